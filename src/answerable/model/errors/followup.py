"""What cannot be noted in the follow-up."""

from answerable.model.errors.base import InputError


class VersionUnknown(InputError):
    code = "version-unknown"
    happened = "No submission or package made of this case, and no file kept here, has the hash {hash}."
    todo = (
        "Hand in the very file that was sent, or 8 figures of its hash; the newest made begins with {newest}."
        " Keep one that was sent before with “answerable import FILE”."
    )


class AnsweredAlready(InputError):
    code = "answered-already"
    happened = "The outcome {proposal} was {answer} on {day} by {who}."
    kept = "That answer stands."
    todo = "If it was wrong, open it again first: answerable followup reopen {proposal} --because …"


class NoLawApplied(InputError):
    code = "no-law-applied"
    happened = "None of the laws asked for in the case “{case}” is applied by {recipient}."
    kept = "Nothing was drafted."
    todo = "Name a law with --under, or add one to the case; “answerable laws list” shows them."


class NothingSent(InputError):
    code = "nothing-sent"
    happened = "No submission of the case “{case}” that was made here is noted as sent to {recipient}."
    kept = "Nothing was drafted."
    todo = "Send one, and note it: answerable followup sent {case} --to … --version FILE --on DATE."


class NothingNew(InputError):
    code = "nothing-new"
    happened = "Nothing that {recipient} may see of the case “{case}” is new since what was sent on {day}."
    kept = "Nothing was drafted."
    todo = "Record what is new, or share it with them, and ask again."
