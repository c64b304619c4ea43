"""What a law file can look for in the record: five kinds of check, and no more."""

from functools import cached_property
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

Words = Annotated[str, Field(min_length=1)]
Values: TypeAlias = tuple[Words, ...]
Asked: TypeAlias = Literal["", "yes"]
"""Whether something more is asked for; ``yes`` where it is."""


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
    """The subject is tied to the act in one of these degrees.

    ``says``: this property of the tie is recorded too, as ``knowledge`` is. ``whose: body``: it is not the
    subject who is tied to the act, but a body in which they hold or held a post, or a body under that one.
    """

    degree: Values = Field(min_length=1)
    says: str = ""
    whose: Literal["", "body"] = ""


class PostTest(Part):
    """The subject holds or held one post that is all of this.

    ``country`` is that of the post or, where the post has none, of the body it belongs to; ``limbs``:
    that body itself meets one of these limbs. ``over_the_act``: that body, or one under it, took part in
    the act. ``on_the_day``: the dates recorded show that the post was held on the day of the act and, with
    ``over_the_act``, that the body which took part then stood under the other.
    """

    branch: Values = ()
    seniority: Values = ()
    country: Values = ()
    not_country: Values = ()
    limbs: Values = ()
    over_the_act: Asked = ""
    on_the_day: Asked = ""

    @property
    def is_of_an_act(self) -> bool:
        """Whether it is asked of one act at a time."""
        return bool(self.over_the_act or self.on_the_day)


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

    @cached_property
    def words(self) -> str:
        """What is looked for, as one string: the same for checks that look for the same."""
        return self.model_dump_json(exclude={"gap"})

    @cached_property
    def is_of_an_act(self) -> bool:
        """Whether it is asked of one act at a time."""
        return bool(self.act or self.involved or (self.post and self.post.is_of_an_act))

    @property
    def is_of_bodies(self) -> bool:
        """Whether it looks at what was done by the bodies in which the subject holds or held a post."""
        return bool(self.post and self.post.over_the_act) or bool(self.involved and self.involved.whose)

    @property
    def ends(self) -> tuple[str, ...]:
        """The properties by which the ties it asks for point at the subject."""
        if self.tie:
            return (self.tie.subject,)
        posts = ("holder",) if self.post or self.is_of_bodies else ()
        return (*posts, "perpetrator") if self.is_of_an_act else posts

    @cached_property
    def limbs(self) -> Values:
        """The limbs that somebody else has to meet for it."""
        return (self.post or self.tie or PostTest()).limbs
