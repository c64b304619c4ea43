"""The rows of the tables: what meets a law, and what does not."""

from typing import TypeAlias

from tests.weigh.weighing import Edits, Entities

Carried: TypeAlias = tuple[str, str, str, Entities]
"""Law, limb, subject, and a record that carries every requirement of the limb."""
Unmet: TypeAlias = tuple[str, str, str, Edits, str]
"""Law, limb, requirement, what is changed in that record, and words of the sentence the matrix then has."""

ENDED: Edits = {"prison-office": {"endDate": "2016"}, "prison": {"parent": "office"}}
"""It no longer stood there, whatever is said of it without a date."""
UNDATED: Edits = {"prison-office": None, "prison": {"parent": "office"}}
"""Nothing says when the prison stood under the office."""
