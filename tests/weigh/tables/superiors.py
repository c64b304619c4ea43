"""The responsibility of superiors: what each of its parts lacks, the same under every law that has it."""

from tests.weigh.tables.rows import UNDATED, Unmet


def superiors(law: str, limb: str) -> list[Unmet]:
    """Position, knowledge and failure, each taken out of the record of a commissioner."""
    failed, stayed = ["failed-to-prevent", "failed-to-punish"], "carried-out"
    return [
        (law, limb, "superior-position", {"lam-commissioner": None}, "no dated post on the day of the act"),
        (law, limb, "superior-position", {"lam-commissioner": {"endDate": "2016-12"}}, "open: Either the d"),
        (law, limb, "superior-position", {"lam-commissioner": {"startDate": None}}, "open: Either the dates"),
        (law, limb, "superior-position", {"beating": {"date": "2016"}}, "open: Either the dates"),
        (law, limb, "superior-position", {"prison-office": None}, "open: Either the dates"),
        (law, limb, "superior-position", {"prison-office": {"endDate": "2016"}}, "open: Either the dates"),
        (law, limb, "superior-position", {"prison-office": {"startDate": None}}, "open: Either the dates"),
        (law, limb, "superior-position", UNDATED, "open: Either the dates"),
        (law, limb, "superior-knowledge", {"lam-beating": {"knowledge": None}}, "what the superior knew"),
        (law, limb, "superior-failure", {"lam-beating": {"degree": stayed}}, "failed to prevent the act"),
        (
            law,
            limb,
            "superior-failure",
            {"lam-beating": {"degree": failed, "act": None}},
            "failed to prevent",
        ),
    ]
