"""Why a Word file that came back cannot be read against its draft."""

from answerable.model.errors.base import InputError


class ReturnedUnmarked(InputError):
    code = "returned-unmarked"
    happened = "The file {file} has none of the marks by which the paragraphs of a draft are known."
    kept = "Nothing was taken in."
    todo = "Hand in the very .docx that “answerable submit” wrote, edited; words copied elsewhere have none."


class ReturnedElsewhere(InputError):
    code = "returned-elsewhere"
    happened = "The file {file} is a draft of the case “{case}” for {recipient}, and not the one named."
    kept = "Nothing was taken in."
    todo = "Hand it in with --case {case} --to {recipient}."


class ReturnedUnknown(InputError):
    code = "returned-unknown"
    happened = "The file {file} has marks, but of no draft of this case for {recipient} that was made here."
    kept = "Nothing was taken in."
    todo = "Hand it in where it was drafted. If its title was replaced, put that back from the draft."
