"""Editions of an invented list, written the way a treasury publishes one."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

NORRMARK = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML"


@dataclass(frozen=True, slots=True)
class Listed:
    """One person on it."""

    key: str
    last: str
    first: str
    born: str = "1974"
    country: str = "Tamsor"
    remarks: str = ""

    def xml(self) -> str:
        return f"""<sdnEntry><uid>{self.key}</uid><firstName>{escape(self.first)}</firstName>
<lastName>{escape(self.last)}</lastName><sdnType>Individual</sdnType>
<remarks>{escape(self.remarks)}</remarks><programList><program>TAMSOR</program></programList>
<nationalityList><nationality><uid>1</uid><country>{self.country}</country></nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><uid>2</uid><dateOfBirth>{self.born}</dateOfBirth>
</dateOfBirthItem></dateOfBirthList></sdnEntry>"""


SHUM = Listed("90001", "SHUM", "Cho-hang")
ODE = Listed("90002", "ODE", "Marit", born="1961")


def edition(published: str, *listed: Listed) -> bytes:
    """The file of one day (06/30/2031) with these people on it."""
    entries = "".join(one.xml() for one in listed)
    return (
        f'<?xml version="1.0"?><sdnList xmlns="{NORRMARK}"><publshInformation>'
        f"<Publish_Date>{published}</Publish_Date><Record_Count>{len(listed)}</Record_Count>"
        f"</publshInformation>{entries}</sdnList>"
    ).encode()
