"""Lists, names and publications that cannot be used as handed in."""

from answerable.model.errors.base import InputError


class ListUnreadable(InputError):
    code = "list-unreadable"
    happened = "The list {file} cannot be read as {format}: {why}."
    kept = "The last good edition stays in use."
    todo = "Fetch the list again from its publisher."


class ListShrunk(InputError):
    code = "list-shrunk"
    happened = "The edition {file} has lost more than half of its list: entries now {count}, before {before}."
    kept = "The last good edition stays in use."
    todo = "Compare it with what its publisher says; if it is right, import it with --shrunk-is-right."


class FtmWrong(InputError):
    code = "ftm-wrong"
    happened = "Line {line} of {file} is not FollowTheMoney as it can be kept: {why}."
    kept = "Nothing of the file was recorded."
    todo = "Mend or take out the line and import the file again."


class NamesFileWrong(InputError):
    code = "names-file-wrong"
    happened = "{file} could not be compared as a whole: line {line}: {why}."
    kept = "The lines that could be read were compared and written."
    todo = "Mend the line and compare it again."


class NamesMissing(InputError):
    code = "names-missing"
    happened = "{file} has no column of names in its first row."
    kept = "Nobody was asked about and nothing was written."
    todo = (
        "Call the column one of: {columns}; others may be born, country and schema. Or save a name a line in"
        " a file that ends in .txt."
    )


class OneEdition(InputError):
    code = "one-edition"
    happened = "No edition of the list {list_id} from before {day} is here, so there is nothing to compare."
    todo = "Import an older edition, or give the days of two that are here (--from, --to)."


class NothingToCompare(InputError):
    code = "nothing-to-compare"
    happened = "“{name}” has neither letters nor figures, so there is nothing to compare with a list."
    kept = "Nobody was asked about."
    todo = "Give the name, in any script."


class FileThere(InputError):
    code = "file-there"
    happened = "There is a file {file} already."
    kept = "It stays as it is, and nothing was written."
    todo = "Give another name, or --replace where it is to be written over."


class ToleranceUnmeasured(InputError):
    code = "tolerance-unmeasured"
    happened = (
        "How alike names must be for one false alert in {one_in} names was not measured for {entries} listed"
        " entries."
    )
    kept = "Nobody was asked about."
    todo = "Give a tolerance (--tolerance) of at most {most}, or ask fewer lists at once (--list)."


class ConfirmationNeedsMore(InputError):
    code = "confirmation-needs-more"
    happened = "A name that agrees does not confirm that “{name}” is the one listed: {why}."
    todo = (
        "Give an identifier besides the name (--identifier), or have a second person agree and name both"
        " (--by and --reviewer)."
    )


class PublicationIncomplete(InputError):
    code = "publication-incomplete"
    happened = "The list of names recommended cannot be published: {why}."
    todo = "Give what is missing and publish it again."
