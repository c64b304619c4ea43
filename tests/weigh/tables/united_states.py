"""The United States: what carries each limb, and what each requirement lacks."""

from tests.weigh.cases import ABUSE, CHINA, COMMAND, CORRUPTION, KIN, OWNED, RELATIVE, SUPPLY
from tests.weigh.tables.rows import ENDED, UNDATED, Carried, Unmet
from tests.weigh.weighing import Entities, with_edits

GLOMAN, SECTION, VISA, ORGANS = "us-gloman", "us-7031c", "us-ina-212a3c", "us-8usc1182f"

ATTEMPT = with_edits(ABUSE, {"lam-beating": {"degree": "attempted"}})
SERIOUS = with_edits(ABUSE, {"beating": {"gravity": "serious"}})
OWNED_BY_SERIOUS = with_edits(OWNED, {"beating": {"gravity": "serious"}})
ORGAN_THEFT = with_edits(ABUSE, {"beating": {"violation": "forced-organ-removal"}})
SILENCED: Entities = with_edits(CHINA, {"beating": {"victimPursuit": "expression"}})
SILENCED_KIN: Entities = with_edits(RELATIVE, {"beating": {"victimPursuit": "expression"}})

CARRIED: list[Carried] = [
    (GLOMAN, "i", "lam", SERIOUS),
    (GLOMAN, "ii", "lam", CORRUPTION),
    (GLOMAN, "iii", "lam", COMMAND),
    (GLOMAN, "iv", "lam", ATTEMPT),
    (GLOMAN, "v", "lam", SUPPLY),
    (GLOMAN, "vi", "firm", OWNED_BY_SERIOUS),
    (SECTION, "violation", "lam", ABUSE),
    (SECTION, "corruption", "lam", CORRUPTION),
    (SECTION, "family", "kin", KIN),
    (VISA, "official", "lam", SILENCED),
    (VISA, "family", "kin", SILENCED_KIN),
    (ORGANS, "a", "lam", ORGAN_THEFT),
]

UNMET: list[Unmet] = [
    (GLOMAN, "i", "foreign-person", {"lam": {"citizenship": None}}, "of which country it is"),
    (GLOMAN, "i", "foreign-person", {"lam": {"citizenship": "us"}}, "open: Whether someone who is also"),
    (GLOMAN, "i", "responsible", {"lam-beating": {"degree": None}}, "what part the person or body had"),
    (GLOMAN, "i", "responsible", {"lam-beating": {"degree": "failed-to-punish"}}, "open: How far omission"),
    (GLOMAN, "i", "abuse", {"beating": {"violation": "espionage"}}, "what kind of abuse the act was"),
    (GLOMAN, "i", "serious", {"beating": {"gravity": None}}, "open: Serious is not defined"),
    (
        GLOMAN,
        "i",
        "serious",
        {"beating": {"gravity": None, "violation": "unfair-trial"}},
        "no statement calls the abuse serious",
    ),
    (GLOMAN, "ii", "official", {"lam-commissioner": None}, "held a post in a government"),
    (GLOMAN, "ii", "official", {"commissioner": {"country": "us"}}, "held a post in a government"),
    (GLOMAN, "ii", "official", {"commissioner": {"branch": "party"}}, "open: For someone who acted"),
    (GLOMAN, "ii", "corrupt-part", {"lam-tender": {"degree": None}}, "had in the corruption"),
    (GLOMAN, "ii", "corrupt-part", {"lam-tender": {"degree": "supplied"}}, "open: Whether omission"),
    (GLOMAN, "ii", "corruption", {"tender": {"violation": "other"}}, "the act was corruption"),
    (GLOMAN, "iii", "leader", {"commissioner": {"organization": None}}, "in the body that took part"),
    (GLOMAN, "iii", "leader", {"commissioner": {"seniority": "other"}}, "open: Who counts as a leader"),
    (GLOMAN, "iii", "body-engaged", {"prison-beating": None}, "in which the person held a post took part"),
    (
        GLOMAN,
        "iii",
        "body-engaged",
        {"prison-office": None},
        "in which the person held a post took part",
    ),
    (
        GLOMAN,
        "iii",
        "body-engaged",
        {"prison-office": {"endDate": "2016"}},
        "in which the person held a post took part",
    ),
    (GLOMAN, "iii", "body-engaged", ENDED, "in which the person held a post took part"),
    (GLOMAN, "iii", "tenure", {"prison-office": {"startDate": None}}, "open: The dates recorded do not"),
    (GLOMAN, "iii", "tenure", UNDATED, "open: The dates recorded do not"),
    (GLOMAN, "iii", "body-engaged", {"prison-beating": {"degree": "concealed"}}, "open: Whether a body"),
    (
        GLOMAN,
        "iii",
        "tenure",
        {"commissioner": {"organization": None}},
        "no dated post on the day of the act",
    ),
    (GLOMAN, "iii", "tenure", {"lam-commissioner": {"endDate": None}}, "open: The dates recorded do not"),
    (GLOMAN, "iii", "tenure", {"lam-commissioner": {"startDate": "2017"}}, "open: The dates recorded do not"),
    (
        GLOMAN,
        "iii",
        "tenure",
        {"lam-commissioner": {"endDate": "2017-04"}},
        "open: The dates recorded do not",
    ),
    (GLOMAN, "iii", "tenure", {"beating": {"date": None}}, "open: The dates recorded do not"),
    (
        GLOMAN,
        "iii",
        "abuse-or-corruption",
        {"beating": {"violation": "other"}},
        "abuse of human rights or corr",
    ),
    (GLOMAN, "iv", "attempted", {"lam-beating": {"degree": "assisted"}}, "attempted the act"),
    (GLOMAN, "iv", "attempted", {"lam-beating": {"degree": "planned"}}, "open: Whether planning"),
    (GLOMAN, "v", "supported", {"lam-beating": {"degree": "ordered"}}, "assisted or supplied the act"),
    (GLOMAN, "vi", "controlled-or-acting", {"stake": None}, "owns it or had it act for them"),
    (GLOMAN, "vi", "controlled-or-acting", {"lam-beating": None}, "owns it or had it act for them"),
    (
        GLOMAN,
        "vi",
        "controlled-or-acting",
        {
            "stake": {"schema": "UnknownLink", "subject": "firm", "object": "lam"}
            | dict.fromkeys(("owner", "asset", "percentage"))
        },
        "open: The other has to be blocked",
    ),
    (SECTION, "violation", "official", {"lam-commissioner": None}, "held a post of a foreign government"),
    (SECTION, "violation", "official", {"commissioner": {"country": "us"}}, "one of the United States"),
    (SECTION, "violation", "official", {"commissioner": {"branch": "party"}}, "open: Whether a post in a ru"),
    (SECTION, "violation", "involved", {"lam-beating": None}, "what part the official had"),
    (SECTION, "violation", "involved", {"lam-beating": {"degree": "attempted"}}, "open: Indirectly is"),
    (
        SECTION,
        "violation",
        "gross-violation",
        {"beating": {"gravity": None, "violation": "unfair-trial"}},
        "no statement calls the violation gross",
    ),
    (
        SECTION,
        "violation",
        "gross-violation",
        {"beating": {"gravity": "serious", "violation": "arbitrary-detention"}},
        "open: The section does not define gross",
    ),
    (SECTION, "corruption", "corruption", {"tender": {"violation": "other"}}, "the act was corruption"),
    (SECTION, "corruption", "significant", {"tender": {"gravity": None}}, "how grave the corruption was"),
    (SECTION, "family", "family", {"siblings": None}, "to the family of someone"),
    (SECTION, "family", "family", {"lam-commissioner": None}, "whom the record shows to be such an official"),
    (VISA, "official", "official-of-china", {"governor": {"country": "xt"}}, "held a post in China's"),
    (VISA, "official", "official-of-china", {"governor": {"branch": "other"}}, "open: Who is an official"),
    (VISA, "official", "responsible", {"lam-beating": {"degree": None}}, "what part the person had"),
    (VISA, "official", "responsible", {"lam-beating": {"degree": "concealed"}}, "open: How far omission"),
    (VISA, "official", "repression", {"beating": {"violation": "other"}}, "repression of any kind"),
    (VISA, "official", "repressed-group", {"beating": {"victimPursuit": None}}, "what the victims sought"),
    (
        VISA,
        "official",
        "repressed-group",
        {"beating": {"victimPursuit": None, "victimGroup": "villagers of Tansuo"}},
        "open: A group's own name",
    ),
    (VISA, "family", "family", {"siblings": None}, "to the family of someone"),
    (ORGANS, "a", "foreign-national", {"lam": {"citizenship": None}}, "of which country the person is"),
    (ORGANS, "a", "foreign-national", {"lam": {"citizenship": ["xt", "us"]}}, "who needs no visa"),
    (ORGANS, "a", "directly-involved", {"lam-beating": None}, "directly involved"),
    (ORGANS, "a", "directly-involved", {"lam-beating": {"degree": "supplied"}}, "open: Directly is not"),
    (ORGANS, "a", "coerced-transplantation", {"beating": {"violation": "torture"}}, "taken by force"),
]
