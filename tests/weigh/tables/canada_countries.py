"""Canada's regulations on Russia and Myanmar: each limb carried, and each requirement lacking.

People and bodies are invented; that a record is of one of these countries is what these laws ask for.
"""

from tests.weigh.cases import CHINA, FIRM, MANAGER, RELATIVE
from tests.weigh.tables.rows import Carried, Unmet
from tests.weigh.weighing import Edits, Entities, with_edits

RUSSIA, MYANMAR = "ca-sema-russia", "ca-sema-myanmar"


def _in(country: str, entities: Entities) -> Entities:
    return with_edits(entities, {"beating": {"country": country}, "governor": {"country": country}})


def _friend(country: str) -> Entities:
    friends: Edits = {
        "friend": {"schema": "Person", "name": "HO Wing"},
        "friends": {"schema": "Associate", "person": "lam", "associate": "friend"},
    }
    return with_edits(_in(country, CHINA), friends)


def _state_firm(country: str) -> Entities:
    return {"firm": {"schema": "Company", "name": "State Harbour Works", "ownedByState": country}}


_AS_LINK = {"schema": "UnknownLink", "subject": "firm", "object": "lam"} | dict.fromkeys(
    ("owner", "asset", "percentage")
)
_FRIEND_AS_LINK = {"schema": "UnknownLink", "subject": "friend", "object": "lam"} | dict.fromkeys(
    ("person", "associate")
)

CARRIED: list[Carried] = [
    (RUSSIA, "a.1", "lam", _in("ru", CHINA)),
    (RUSSIA, "b", "lam", _in("ru", CHINA)),
    (RUSSIA, "c", "friend", _friend("ru")),
    (RUSSIA, "d", "kin", _in("ru", RELATIVE)),
    (RUSSIA, "e", "firm", _in("ru", FIRM)),
    (RUSSIA, "f", "firm", _state_firm("ru")),
    (RUSSIA, "g", "manager", _in("ru", MANAGER)),
    (MYANMAR, "violations", "lam", with_edits(_in("mm", CHINA), {"lam-beating": {"degree": "supplied"}})),
    (MYANMAR, "officials", "lam", _in("mm", CHINA)),
    (MYANMAR, "kin", "friend", _friend("mm")),
    (MYANMAR, "bodies", "firm", _in("mm", FIRM)),
    (MYANMAR, "state", "firm", _state_firm("mm")),
    (MYANMAR, "body-officials", "manager", _in("mm", MANAGER)),
]


def _violation(law: str, limb: str, place: str, elsewhere: str) -> list[Unmet]:
    return [
        (law, limb, "violation", {"beating": {"violation": "other"}}, "what kind of violation"),
        (law, limb, "gross", {"beating": {"gravity": "systematic"}}, "open: Gross is not defined"),
        (law, limb, "gross", {"beating": {"gravity": None, "violation": "unfair-trial"}}, "violation gross"),
        (law, limb, "systematic", {"beating": {"gravity": "gross"}}, "calls the violation systematic"),
        (law, limb, "systematic", {"beating": {"gravity": ["gross", "widespread"]}}, "open: One act is part"),
        (law, limb, place, {"beating": {"country": None}}, "in which country the victim was"),
        (law, limb, place, {"beating": {"country": "xt"}}, elsewhere),
    ]


UNMET: list[Unmet] = [
    (RUSSIA, "a.1", "participated", {"lam-beating": None}, "no statement says what part"),
    (RUSSIA, "a.1", "participated", {"lam-beating": {"degree": "supplied"}}, "open: Whether failing"),
    *_violation(RUSSIA, "a.1", "in-russia", "the victim was outside Russia"),
    (RUSSIA, "b", "senior-official", {"governor": {"seniority": "other"}}, "held a senior post"),
    (RUSSIA, "b", "senior-official", {"governor": {"branch": "military"}}, "open: The regulations say"),
    (RUSSIA, "c", "associate", {"friends": None}, "calls it an associate of someone"),
    (RUSSIA, "c", "associate", {"friends": _FRIEND_AS_LINK}, "open: Associate is not defined"),
    (RUSSIA, "d", "family", {"siblings": None}, "to the family of someone"),
    (RUSSIA, "d", "family", {"lam-beating": None, "lam-governor": None}, "to the family of someone"),
    (RUSSIA, "e", "controlled", {"stake": None}, "owns the body or has it act"),
    (RUSSIA, "e", "controlled", {"stake": _AS_LINK}, "open: No share is named"),
    (RUSSIA, "f", "of-the-state", {"firm": {"ownedByState": None}}, "Russia owns or controls the body"),
    (
        RUSSIA,
        "f",
        "of-the-state",
        {
            "firm": {"ownedByState": None},
            "fund": {"schema": "PublicBody", "name": "State Fund"},
            "stake": {"schema": "Ownership", "owner": "fund", "asset": "firm"},
        },
        "open: Another owner",
    ),
    (RUSSIA, "g", "senior-in-body", {"head": {"seniority": "other"}}, "held a senior post in a body"),
    (MYANMAR, "violations", "contributed", {"lam-beating": None}, "no statement says what part"),
    (MYANMAR, "violations", "contributed", {"lam-beating": {"degree": "concealed"}}, "open: The words are"),
    *_violation(MYANMAR, "violations", "in-myanmar", "the victim was outside Myanmar"),
    (MYANMAR, "officials", "senior-official", {"governor": {"country": "xt"}}, "held a senior post"),
    (MYANMAR, "officials", "senior-official", {"governor": {"branch": "party"}}, "open: Until 2025"),
    (MYANMAR, "kin", "associate-or-family", {"friends": None}, "ties it to someone"),
    (MYANMAR, "kin", "associate-or-family", {"friends": _FRIEND_AS_LINK}, "open: Neither associate"),
    (MYANMAR, "bodies", "controlled", {"stake": None}, "owns the body or has it act"),
    (MYANMAR, "bodies", "controlled", {"stake": _AS_LINK}, "open: No share is named"),
    (MYANMAR, "state", "of-the-state", {"firm": {"ownedByState": "xt"}}, "Myanmar owns or controls"),
    (
        MYANMAR,
        "state",
        "of-the-state",
        {
            "firm": {"ownedByState": None},
            "fund": {"schema": "PublicBody", "name": "State Fund"},
            "stake": {"schema": "Ownership", "owner": "fund", "asset": "firm"},
        },
        "open: Another owner",
    ),
    (MYANMAR, "body-officials", "senior-in-body", {"head": {"seniority": "other"}}, "holds a senior post in"),
]
