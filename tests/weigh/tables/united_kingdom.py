"""The United Kingdom: what carries each limb, and what each requirement lacks."""

from tests.weigh.cases import ABUSE, COMMAND, OWNED, SUPPLY
from tests.weigh.tables.rows import Carried, Unmet
from tests.weigh.tables.superiors import superiors
from tests.weigh.weighing import with_edits

GHRSR = "uk-ghrsr"

CARRIED: list[Carried] = [
    (GHRSR, "engaged", "lam", ABUSE),
    (GHRSR, "superior", "lam", COMMAND),
    (GHRSR, "concealed", "lam", with_edits(ABUSE, {"lam-beating": {"degree": "concealed"}})),
    (GHRSR, "supplied", "lam", SUPPLY),
    (GHRSR, "profited", "lam", with_edits(ABUSE, {"lam-beating": {"degree": "benefited"}})),
    (GHRSR, "failed", "lam", COMMAND),
    (GHRSR, "tied", "firm", OWNED),
]

UNMET: list[Unmet] = [
    (GHRSR, "engaged", "responsible-or-engaged", {"lam-beating": None}, "what part the person or body had"),
    (
        GHRSR,
        "engaged",
        "responsible-or-engaged",
        {"lam-beating": {"degree": "supplied"}},
        "open: Supply has its own words",
    ),
    (
        GHRSR,
        "engaged",
        "right",
        {"beating": {"violation": "arbitrary-detention"}},
        "one of the three rights this law covers",
    ),
    (
        GHRSR,
        "engaged",
        "right",
        {"beating": {"violation": "attack-on-expression"}},
        "one of the three rights this law covers",
    ),
    (
        GHRSR,
        "engaged",
        "right",
        {"beating": {"violation": "enforced-disappearance"}},
        "open: A disappearance",
    ),
    (GHRSR, "engaged", "serious", {"beating": {"gravity": "widespread"}}, "open: Serious is not defined"),
    (
        GHRSR,
        "engaged",
        "serious",
        {"beating": {"gravity": None, "violation": "forced-labour"}},
        "no statement calls the violation serious",
    ),
    *superiors(GHRSR, "superior"),
    (GHRSR, "concealed", "concealed", {"lam-beating": {"degree": "assisted"}}, "concealed evidence"),
    (GHRSR, "supplied", "supplied", {"lam-beating": {"degree": "assisted"}}, "body supplied the act"),
    (GHRSR, "supplied", "supplier-knew", {"lam-beating": {"knowledge": None}}, "what the supplier knew"),
    (GHRSR, "profited", "profited", {"lam-beating": {"degree": "assisted"}}, "profited from the act"),
    (GHRSR, "failed", "failed-to-investigate", {"lam-beating": None}, "failed to have the act invest"),
    (
        GHRSR,
        "failed",
        "failed-to-investigate",
        {"lam-beating": {"degree": "failed-to-prevent"}},
        "open: Failing to prevent",
    ),
    (GHRSR, "failed", "had-the-task", {"lam-commissioner": None}, "no dated post on the day of the act"),
    (
        GHRSR,
        "failed",
        "had-the-task",
        {"lam-commissioner": {"startDate": "2018"}},
        "open: The dates recorded",
    ),
    (GHRSR, "failed", "had-the-task", {"commissioner": {"branch": "party"}}, "open: The dates recorded"),
    (GHRSR, "failed", "failure-was-wilful", {"lam-beating": {"knowledge": None}}, "knew when failing to act"),
    (GHRSR, "tied", "tied-to-involved", {"stake": None}, "ties it to someone"),
    (GHRSR, "tied", "tied-to-involved", {"lam-beating": None}, "ties it to someone"),
    (
        GHRSR,
        "tied",
        "tied-to-involved",
        {
            "stake": {"schema": "UnknownLink", "subject": "firm", "object": "lam"}
            | dict.fromkeys(("owner", "asset", "percentage"))
        },
        "open: The Act of 2018",
    ),
]
