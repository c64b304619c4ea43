"""A law's sentences in another language, from a file beside the law's own (``laws/fr/ca-jvcfoa.yaml``)."""

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from answerable.model.canonical import sha256_hex
from answerable.model.data_files import read_data
from answerable.weigh.checks import Words
from answerable.weigh.law import Law, Limb, Requirement
from answerable.weigh.laws import FOLDER


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RequirementWords(_Strict):
    """The sentences of one requirement; ``against`` are those of what the law rules out, in its order."""

    provision: Words
    asks: Words
    gap: Words
    against: tuple[Words, ...] = ()
    open: str = ""
    unverified: str = ""


class LimbWords(_Strict):
    """The sentences of one limb."""

    provision: Words
    says: Words
    beyond: Words


class LawWords(_Strict):
    """Every sentence of a law that a submission shows, by the ids of the law's own file.

    ``checked_by`` is empty until a lawyer of that language has read it.
    """

    title: Words
    citation: Words
    standard: Words
    decided_by: Words
    measure: Words
    official_text: Words
    unverified: str = ""
    checked_by: str = ""
    requirements: dict[str, RequirementWords]
    limbs: dict[str, LimbWords]


@cache
def law_words(law: str, language: str) -> tuple[LawWords, Path] | None:
    """The sentences of a law in a language, with their file; None where nobody wrote them yet."""
    path = FOLDER / language / f"{law}.yaml"
    if not path.is_file():
        return None
    tree = read_data(path)
    return LawWords.model_validate(tree), path


def in_language(law: Law, language: str) -> Law:
    """The law told in that language; as it is, in English, where it has no words there.

    Only sentences differ: what is looked for in the record, the dates and the law file's hash are the same.
    """
    found = law_words(law.id, language)
    if found is None:
        return law
    told, path = found
    return law.model_copy(
        update={
            **told.model_dump(include={"title", "citation", "standard", "decided_by", "measure"}),
            "official_text": told.official_text,
            "unverified": told.unverified,
            "requirements": tuple(_requirement(one, told.requirements[one.id]) for one in law.requirements),
            "limbs": tuple(_limb(one, told.limbs[one.id]) for one in law.limbs),
            "language": language,
            "words_file": f"{language}/{path.name}",
            "words_sha256": sha256_hex(path.read_bytes()),
        }
    )


def _requirement(requirement: Requirement, told: RequirementWords) -> Requirement:
    against = zip(requirement.against, told.against, strict=True)
    ruled = tuple(one.model_copy(update={"gap": gap}) for one, gap in against)
    return requirement.model_copy(update={**told.model_dump(exclude={"against"}), "against": ruled})


def _limb(limb: Limb, told: LimbWords) -> Limb:
    return limb.model_copy(update=told.model_dump())
