"""What was handed in cannot be used."""

from answerable.model.errors.base import InputError


class SourceErased(InputError):
    code = "source-erased"
    happened = "The file {file} was erased on {day}, with a person whom it named, and is never kept again."
    todo = "Take it out, and what rests on its words alone; what others' words say as well may stay."


class FileUnreadable(InputError):
    code = "file-unreadable"
    happened = "The file {file} cannot be read: {why}."
    todo = "Check its name and that it opens in its own program, then hand it in again."


class FileEmpty(InputError):
    code = "file-empty"
    happened = "The file {file} is empty."
    todo = "Fetch it again from where it came."


class DateImpossible(InputError):
    code = "date-impossible"
    happened = "“{value}” is not a date."
    todo = "Write a year, a year and month, or a full date: 1975, 1975-02 or 1975-02-19."


class CasefileWrong(InputError):
    code = "casefile-wrong"
    happened = "The casefile {file} has {count} to mend:\n{problems}\n"
    kept = "Nothing of it was recorded."
    todo = "Mend the lines named and record it again."


class SpreadsheetWrong(InputError):
    code = "spreadsheet-wrong"
    happened = "The spreadsheet {file} does not fit its column map: {why}."
    kept = "Nothing of it was recorded."
    todo = "Mend the map or the sheet and record it again."


class UnknownSchema(InputError):
    code = "unknown-schema"
    happened = "There is no kind of thing called “{schema}”."
    todo = "The nearest is “{nearest}”."


class UnknownProperty(InputError):
    code = "unknown-property"
    happened = "{schema} has no property “{prop}”."
    todo = "The nearest is “{nearest}”."


class ValueRefused(InputError):
    code = "value-refused"
    happened = "“{value}” cannot stand as {prop}: {why}."
    todo = "Write it as the source has it, in the form the property asks for."


class NothingCalled(InputError):
    code = "nothing-called"
    happened = "There is no {kind} called “{name}” that you may see."
    todo = "The nearest is “{nearest}”."

    def what_to_do(self) -> str:
        """The nearest, where there is any to choose from."""
        return self.todo if self.facts["nearest"] else "There is none to choose from instead."


class SeveralCalled(InputError):
    code = "several-called"
    happened = "There are {count} things called “{name}”."
    todo = "Name the one you mean by its id: {ids}."


class LawFileWrong(InputError):
    code = "law-file-wrong"
    happened = "The law file {file} is wrong at line {line}: {why}."
    todo = "Mend the line; no law is weighed from a file with an error."


class LawTextUnreadable(InputError):
    code = "law-text-unreadable"
    happened = "The official text {file} cannot be read: {why}."
    kept = "The text kept before stays; the law in our words does not depend on it."
    todo = "Fetch it again: answerable laws update."


class KeysNeeded(InputError):
    code = "keys-needed"
    happened = "Away from this machine ({host}) the server answers only to keys, and none were given."
    kept = "The server was not started."
    todo = "Make one with “answerable serve --keys FILE --new-key NAME”, then start with --keys FILE."


class KeysFileWrong(InputError):
    code = "keys-file-wrong"
    happened = "The file of keys {file} is wrong at line {line}: {why}."
    todo = "Mend the line, or make a new key with “answerable serve --keys FILE --new-key NAME”."
