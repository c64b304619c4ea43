"""Where a submission stands: what came back for it, what is still awaited, and what is overdue."""

from dataclasses import dataclass

from answerable.identify.followup.responses import AWAITED, Step


@dataclass(frozen=True, slots=True)
class Response:
    """One step. ``taken_back`` is the reason why it was wrong; empty while it stands."""

    id: str
    step: Step
    on: str
    awaits: str
    due: str
    said: str
    letter: str
    by: str
    at: str
    taken_back: str

    @property
    def awaited(self) -> str:
        """``an answer until 2031-08-01``."""
        return f"{AWAITED[Step(self.awaits)]} until {self.due}"

    def met_by(self, other: "Response") -> bool:
        """Whether what this deadline awaits has come with another step: an answer also acknowledges."""
        wanted = {self.awaits, Step.DONE} | ({Step.ANSWERED} if self.awaits == Step.ACKNOWLEDGED else set())
        return other.step in wanted and (other.on, other.at) >= (self.on, self.at)


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent, with what came back in the order it happened. ``case`` is the case's id."""

    id: str
    case: str
    recipient: str
    name: str
    kind: str
    version: str
    sent_on: str
    sharing: str
    note: str
    by: str
    at: str
    responses: tuple[Response, ...]
    taken_back: str

    @property
    def standing(self) -> list[Response]:
        """What came back, without what was taken back."""
        return [one for one in self.responses if not one.taken_back]

    @property
    def state(self) -> str:
        """``sent``, or the last that happened to it."""
        happened = [one.step for one in self.standing if one.step is not Step.DEADLINE]
        return str(Step.DONE if Step.DONE in happened else happened[-1] if happened else "sent")

    def open_deadlines(self) -> list[Response]:
        """What is still awaited until a day, the nearest first."""
        unmet = [one for one in self.standing if one.due and not any(map(one.met_by, self.standing))]
        return sorted(unmet, key=lambda one: one.due)

    def overdue(self, today: str) -> list[Response]:
        """What should have come before ``today``, and has not."""
        return [one for one in self.open_deadlines() if one.due < today]
