"""Two editions of an invented list in the form of the UN's, for tests of commands."""

from string import Template

LIST = Template("""<?xml version="1.0"?><CONSOLIDATED_LIST dateGenerated="$day">
<INDIVIDUALS>$who</INDIVIDUALS></CONSOLIDATED_LIST>""")
ENTRY = Template("""<INDIVIDUAL><DATAID>$key</DATAID><FIRST_NAME>$name</FIRST_NAME>
<LISTED_ON>2029-01-02</LISTED_ON>
<DESIGNATION><VALUE>$post</VALUE></DESIGNATION>
<INDIVIDUAL_DATE_OF_BIRTH><YEAR>$born</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>""")


def entry(key: str, name: str, born: str = "1955", post: str = "Minister") -> str:
    return ENTRY.substitute(key=key, name=name, born=born, post=post)


def edition(day: str, *entries: str) -> str:
    return LIST.substitute(day=day, who="".join(entries))


OLD = edition("2030-01-01", entry("1", "QUILLON BRASK"), entry("2", "VARD OSKELL"), entry("3", "TILDE MUNCK"))
NEW = edition(
    "2031-01-01", entry("1", "QUILLON BRASK", "1956"), entry("3", "TILDE MUNCK"), entry("4", "ENO RAUD")
)
EDITIONS = {"un-2030.xml": OLD, "un-2031.xml": NEW}
