"""Australia: what carries each limb, and what each requirement lacks."""

from tests.weigh.cases import ABUSE, CORRUPTION
from tests.weigh.tables.rows import Carried, Unmet
from tests.weigh.weighing import with_edits

AU = "au-asr-6a"

CARRIED: list[Carried] = [
    (AU, "4", "lam", ABUSE),
    (AU, "5", "lam", with_edits(CORRUPTION, {"tender": {"country": "xt"}})),
]

UNMET: list[Unmet] = [
    (AU, "4", "engaged", {"lam-beating": None}, "what part the person or body had"),
    (AU, "4", "engaged", {"lam-beating": {"degree": "failed-to-punish"}}, "open: How far omission"),
    (AU, "4", "right", {"beating": {"violation": "arbitrary-detention"}}, "one of the three rights"),
    (AU, "4", "right", {"beating": {"violation": "persecution"}}, "open: A disappearance"),
    (AU, "4", "serious", {"beating": {"gravity": None}}, "open: Serious is not defined"),
    (AU, "4", "serious", {"beating": {"gravity": None, "violation": "forced-labour"}}, "violation serious"),
    (AU, "4", "outside-australia", {"beating": {"country": "au"}}, "done outside Australia"),
    (AU, "5", "corruption", {"tender": {"violation": "other"}}, "the act was corruption"),
    (AU, "5", "serious-corruption", {"tender": {"gravity": None}}, "calls the corruption serious"),
    (AU, "5", "serious-corruption", {"tender": {"gravity": "widespread"}}, "open: The regulations give"),
]
