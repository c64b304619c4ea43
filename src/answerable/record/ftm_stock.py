"""What FollowTheMoney as it is published has no place for, or would alter: told from tables, since its
library is not needed to run.

Source of the tables: the model and the value types of followthemoney 4.11.2; the tests hold them against
the library.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from answerable.model.schemata import schema

NOT_THERE = ("Demand", "Progress", "CampaignEvent", "Stage", "SignOn", "Reply", "Subordination")
"""Kinds of things it does not know, and that are left out whole."""

LACKING = {
    "Act": ("right", "gravity", "victimPursuit", "victimGroup", "instrument"),
    "Involvement": ("knowledge",),
    "Organization": ("inceptionDate", "ownedByState"),
    "Company": ("inceptionDate", "ownedByState"),
    "PublicBody": ("inceptionDate", "ownedByState"),
    "Person": ("permanentResident",),
    "Position": ("branch", "seniority"),
    "Trip": ("startLocation", "endLocation"),
}
"""Properties it does not know, or knows as something else: a trip's places are addresses there."""

TYPES = {
    "address": "address",
    "location": "address",
    "email": "email",
    "phone": "phone",
    "amount": "number",
    "caseNumber": "identifier",
    "summary": "text",
    "description": "text",
    "notes": "text",
    "purpose": "text",
    "reason": "text",
    "gender": "gender",
    "firstName": "string",
    "lastName": "string",
}
"""What it takes a property to hold, where that is more than our own type says."""

LONGEST = {"name": 384, "address": 250, "identifier": 64, "string": 1024, "text": 65000, "url": 4096}
"""Characters beyond which it counts a value as wrong."""

_CODES = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az az-nk ba bb bd be bf bg bh bi bj bl bm bn bo bq
br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn cn-xz co cp cq cr cu cv cw cx cy cz dd de dg
dj dk dm do dz ec ee eg eh er es et eu fi fj fk fm fo fr ga gb gb-nir gb-sct gb-wls gd ge ge-ab gf
gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu ic id ie il im in io ip iq iq-kr ir is
it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md md-pmr me
mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa
pe pf pg ph pk pk-km pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm
sn so so-som sr ss st sv sx sy sz ta tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ua-cri
ua-dpr ua-lpr ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zr zw zz
"""
COUNTRIES = frozenset(_CODES.split())
"""Codes it keeps as they are, of those our own form of a code allows."""

_EMAIL = re.compile(r"[a-z0-9][a-z0-9._+-]*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_ADDRESS_BREAKS = re.compile(r"\n|\t|;|<BR/?>|ESQ\.?,|,\s?[,.]")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")
_PATH = re.compile(r"https?://[A-Za-z0-9._~%?&=/+,:;@!()#-]+")
_YEARS = ("1001", "2100")
_QUOTES = "\"'“”‘’«»„‚‹›`´"


def why_not_kept(kind: str, prop: str, value: str) -> str:
    """Why stock FollowTheMoney would drop or alter this value, as half a sentence; empty where it keeps it.

    Careful rather than exact: what it might alter counts as altered.
    """
    if kind in NOT_THERE:
        return "FollowTheMoney has no such kind of thing"
    if prop in LACKING.get(kind, ()):
        return f"FollowTheMoney's {kind} has no such property"
    there = type_there(kind, prop)
    if there == "entity":
        return ""
    if len(value) > LONGEST.get(there, len(value)):
        return "it is longer than FollowTheMoney allows"
    return "" if _is_text(value) and _is_kept(there, value) else "FollowTheMoney would drop or alter it"


def type_there(kind: str, prop: str) -> str:
    """What FollowTheMoney takes the property to hold: one of its own types."""
    ours = schema(kind).property(prop).type
    return TYPES.get(prop, "string" if ours in ("text", "choice") else ours)


def _is_text(value: str) -> bool:
    """Whether it is composed (NFC) and has no odd spaces or characters that are seen only by machines."""
    if unicodedata.normalize("NFC", value) != value:
        return False
    if any(unicodedata.category(one) == "Zs" for one in value if one != " "):
        return False
    return not any(
        unicodedata.category(one) in ("Cc", "Cf", "Co", "Cn") for one in value if one not in "\n\t"
    )


def _is_kept(there: str, value: str) -> bool:
    if there == "country":
        return value in COUNTRIES
    if there == "date":
        return _YEARS[0] <= value[:4] <= _YEARS[1]
    if there == "phone":
        return False  # it keeps only numbers that a library of numbering plans knows
    if there == "email":
        return bool(_EMAIL.fullmatch(value))
    if there == "url":
        return _is_plain_url(value)
    if there == "name":
        return value == " ".join(value.split()) and not (value[0] in _QUOTES or value[-1] in _QUOTES)
    if there == "address":
        return value == " ".join(value.split()) and not _ADDRESS_BREAKS.search(value.upper())
    return True


def _is_plain_url(value: str) -> bool:
    parts = urlsplit(value)
    return bool(_HOST.fullmatch(parts.netloc)) and bool(_PATH.fullmatch(value)) and parts.path[:1] == "/"
