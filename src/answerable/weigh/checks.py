"""What a law file can look for in the record: five kinds of check, and no more."""

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

Words = Annotated[str, Field(min_length=1)]
Values: TypeAlias = tuple[Words, ...]


class Part(BaseModel):
    """A part of a law file; a key nobody knows is an error, not ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PropertyTest(Part):
    """A property of the subject or of the act: one of some values, none of some, or a kind of thing.

    A country also stands for its regions: ``cn`` for ``cn-xz``.
    """

    prop: Words = Field(alias="property")
    among: Values = Field((), alias="in")
    outside: Values = Field((), alias="not_in")
    kind: str = Field("", alias="is")


class InvolvedTest(Part):
    """The subject is tied to the act in one of these degrees."""

    degree: Values = Field(min_length=1)


class PostTest(Part):
    """The subject holds or held one post that is all of this.

    ``country`` is that of the post or, where the post has none, of the body it belongs to; ``limbs``:
    that body itself meets one of these limbs.
    """

    branch: Values = ()
    seniority: Values = ()
    country: Values = ()
    not_country: Values = ()
    limbs: Values = ()


class TieTest(Part):
    """A ``by`` between the subject and another, who meets one of ``limbs`` where any are named."""

    by: Words
    subject: Words
    other: Words
    limbs: Values = ()


class Check(Part):
    """One thing to look for, of one of the five kinds there are."""

    subject: PropertyTest | None = None
    act: PropertyTest | None = None
    involved: InvolvedTest | None = None
    post: PostTest | None = None
    tie: TieTest | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> "Check":
        kinds = (self.subject, self.act, self.involved, self.post, self.tie)
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("it is one of subject, act, involved, post or tie")
        return self

    @property
    def is_of_an_act(self) -> bool:
        """Whether it is asked of one act at a time."""
        return self.act is not None or self.involved is not None

    @property
    def end(self) -> str:
        """The property by which a tie points at the subject; empty where the check asks for no tie."""
        if self.tie:
            return self.tie.subject
        return "holder" if self.post else "perpetrator" if self.is_of_an_act else ""

    @property
    def limbs(self) -> Values:
        """The limbs that somebody else has to meet for it."""
        return (self.post or self.tie or PostTest()).limbs
