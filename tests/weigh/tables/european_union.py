"""The European Union: what carries each limb, and what each requirement lacks."""

from tests.weigh.cases import ABUSE, COMMAND, FRIEND
from tests.weigh.tables.rows import Carried, Unmet
from tests.weigh.tables.superiors import superiors
from tests.weigh.weighing import with_edits

EU = "eu-ghrsr"
SILENCED = with_edits(ABUSE, {"beating": {"violation": "attack-on-expression", "gravity": "systematic"}})

CARRIED: list[Carried] = [
    (EU, "a", "lam", ABUSE),
    (EU, "superior", "lam", COMMAND),
    (EU, "b", "lam", with_edits(ABUSE, {"lam-beating": {"degree": "supplied"}})),
    (EU, "a-second", "lam", SILENCED),
    (EU, "b-second", "lam", with_edits(SILENCED, {"lam-beating": {"degree": "incited"}})),
    (EU, "c", "friend", FRIEND),
]

UNMET: list[Unmet] = [
    (EU, "a", "responsible", {"lam-beating": {"degree": "supplied"}}, "is responsible for the act"),
    (EU, "a", "responsible", {"lam-beating": {"degree": "planned"}}, "open: Planning and encouraging"),
    (EU, "a", "first-tier", {"beating": {"violation": "attack-on-expression"}}, "those named in (a) to (c)"),
    (EU, "a", "first-tier", {"beating": {"violation": "forced-labour"}}, "open: Forced labour"),
    (EU, "a", "serious", {"beating": {"gravity": None}}, "open: The Decision names"),
    (
        EU,
        "a",
        "serious",
        {"beating": {"gravity": None, "violation": "arbitrary-detention"}},
        "no statement calls the violation serious",
    ),
    *superiors(EU, "superior"),
    (EU, "b", "involved", {"lam-beating": None}, "supported the act or was otherwise involved"),
    (EU, "b", "involved", {"lam-beating": {"degree": "benefited"}}, "open: The ways of being involved"),
    (EU, "a-second", "second-tier", {"beating": {"violation": "torture"}}, "of the second tier"),
    (EU, "a-second", "second-tier", {"beating": {"violation": "unfair-trial"}}, "open: The list is of"),
    (EU, "a-second", "widespread", {"beating": {"gravity": None}}, "calls the violation widespread or"),
    (EU, "a-second", "widespread", {"beating": {"gravity": "serious"}}, "open: Whether a single grave"),
    (EU, "c", "associated", {"friends": None}, "ties it to someone"),
    (EU, "c", "associated", {"lam-beating": None}, "ties it to someone"),
    (
        EU,
        "c",
        "associated",
        {
            "friends": {"schema": "Family", "person": "lam", "relative": "friend"}
            | dict.fromkeys(("associate",))
        },
        "open: Associated is not defined",
    ),
]
