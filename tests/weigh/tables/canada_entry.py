"""Canada, who may not enter: what carries each limb, and what each requirement lacks."""

from tests.weigh.cases import ABUSE, COMMAND
from tests.weigh.tables.rows import Carried, Unmet
from tests.weigh.tables.superiors import superiors
from tests.weigh.weighing import Edits, with_edits

IRPA = "ca-irpa"
CRIME: Edits = {"beating": {"violation": "crime-against-humanity"}}
SPYING = with_edits(
    ABUSE,
    {
        "desk": {"schema": "PublicBody", "name": "Overseas Desk of Tamsor"},
        "spying": {"schema": "Act", "violation": "espionage", "country": "ca"},
        "desk-spying": {
            "schema": "Involvement",
            "perpetrator": "desk",
            "act": "spying",
            "degree": "carried-out",
        },
        "lam-desk": {"schema": "Membership", "member": "lam", "organization": "desk"},
    },
)
"""He belongs to a desk that spies in Canada."""

CARRIED: list[Carried] = [
    (IRPA, "35-1-a", "lam", with_edits(ABUSE, CRIME)),
    (IRPA, "35-1-a-superior", "lam", with_edits(COMMAND, CRIME)),
    (IRPA, "35-1-b", "lam", ABUSE),
    (IRPA, "35-1-c.1", "lam", with_edits(ABUSE, {"beating": {"violation": "forced-organ-removal"}})),
    (IRPA, "34-a-c", "lam", with_edits(ABUSE, {"beating": {"violation": "espionage", "country": "ca"}})),
    (IRPA, "34-f", "lam", SPYING),
]

UNMET: list[Unmet] = [
    (IRPA, "35-1-a", "not-citizen", {"lam": {"citizenship": None}}, "no statement says of which"),
    (IRPA, "35-1-a", "not-citizen", {"lam": {"citizenship": ["xt", "ca"]}}, "is a citizen of Canada"),
    (IRPA, "35-1-a", "not-citizen", {"lam": {"nationality": "ca"}}, "is a Canadian national"),
    (IRPA, "35-1-a", "committed", {"lam-beating": None}, "no statement says what part"),
    (IRPA, "35-1-a", "committed", {"lam-beating": {"degree": "supplied"}}, "open: Attempt, counselling"),
    (
        IRPA,
        "35-1-a",
        "international-crime",
        {"beating": {"violation": "torture"}},
        "genocide, a crime against humanity or a war crime",
    ),
    (
        IRPA,
        "35-1-a",
        "international-crime",
        {"beating": {"violation": "torture", "gravity": "systematic"}},
        "open: An act becomes a crime",
    ),
    (IRPA, "35-1-a", "outside-canada", {"beating": {"country": None}}, "in which country the act was"),
    (IRPA, "35-1-a", "outside-canada", {"beating": {"country": "ca"}}, "the act was in Canada"),
    *superiors(IRPA, "35-1-a-superior"),
    (IRPA, "35-1-b", "prescribed-official", {"commissioner": {"seniority": None}}, "held a senior post"),
    (IRPA, "35-1-b", "prescribed-official", {"commissioner": {"branch": "party"}}, "open: The officials"),
    (IRPA, "35-1-c.1", "organ-trafficking", {"beating": {"violation": "torture"}}, "taken by force"),
    (IRPA, "34-a-c", "took-part", {"lam-beating": None}, "no statement says what part"),
    (IRPA, "34-a-c", "took-part", {"lam-beating": {"degree": "supplied"}}, "open: Instigating is named"),
    (IRPA, "34-a-c", "security", {"beating": {"violation": "torture"}}, "espionage, subversion or terrorism"),
    (
        IRPA,
        "34-a-c",
        "security",
        {"beating": {"violation": "transnational-repression"}},
        "open: Espionage has to be against",
    ),
    (IRPA, "34-f", "member", {"lam-desk": None}, "is a member of a body"),
    (IRPA, "34-f", "member", {"desk-spying": None}, "whom the record shows to have done so"),
    (
        IRPA,
        "34-f",
        "member",
        {"lam-desk": None, "commissioner": {"organization": "desk"}},
        "open: Whether holding a post",
    ),
]
