"""Every error a person can meet, in one tree.

AnswerableError
├── InputError              what was handed in cannot be used
│   ├── FileUnreadable
│   ├── FileEmpty
│   ├── DateImpossible
│   ├── CasefileWrong
│   ├── SpreadsheetWrong
│   ├── UnknownSchema
│   ├── UnknownProperty
│   ├── ValueRefused
│   ├── NothingCalled
│   ├── SeveralCalled
│   ├── ListUnreadable
│   ├── ListShrunk
│   ├── LawFileWrong
│   ├── FtmWrong
│   ├── NamesFileWrong
│   ├── ApplicantsWrong
│   ├── ConfirmationNeedsMore
│   ├── PublicationIncomplete
│   ├── KeysNeeded
│   └── KeysFileWrong
├── EvidenceError           the evidence does not carry what is asked of it
│   ├── QuoteNotFound
│   ├── QuoteEmpty
│   ├── TextUnreadable
│   ├── ReadingExceeded
│   ├── GlyphMissing
│   ├── Erased
│   └── WouldReveal
├── CaptureError            a source could not be taken
│   ├── AddressRefused
│   ├── CaptureFailed
│   └── TooLarge
├── WorkspaceError          the workspace itself
│   ├── NoWorkspace
│   ├── WorkspaceExists
│   ├── WorkspaceBusy
│   ├── WrongKey
│   ├── KeysMissing
│   ├── RecordMissing
│   ├── NewerFormat
│   ├── DatabaseRefused
│   ├── DiskFull
│   ├── ForeignBundle
│   ├── NoLists
│   └── AddressTaken
├── RequestError            a request to the server cannot be answered
│   ├── HostRefused
│   ├── OriginRefused
│   ├── KeyWanted
│   ├── TooManyRequests
│   ├── RequestTooLarge
│   ├── MediaTypeWrong
│   ├── RequestWrong
│   ├── NothingHere
│   ├── MethodWrong
│   └── ServerFault
└── IntegrityError          something kept is no longer what was kept
    ├── BytesChanged
    ├── BytesMissing
    ├── LogBroken
    ├── NotLogged
    ├── PackageWrong
    └── PublicationWrong

Each class has a stable ``code`` and three plain sentences: what happened, what was kept, what to do.
The braces in them are filled from the facts the error is raised with.
"""

from typing import ClassVar


class AnswerableError(Exception):
    """The root. ``facts`` fill the sentences; ``str()`` gives all three, ready for a caseworker."""

    code: ClassVar[str] = "answerable"
    happened: ClassVar[str] = "Something went wrong."
    kept: ClassVar[str] = "Nothing was changed."
    todo: ClassVar[str] = "Try again; if it happens again, report it with the code."

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """What happened, what was kept and what to do, with the facts filled in."""
        template = " ".join((self.happened, self.kept, self.todo))
        return template.format_map(self.facts)


class InputError(AnswerableError):
    code = "input"


class FileUnreadable(InputError):
    code = "file-unreadable"
    happened = "The file {file} cannot be read: {why}."
    todo = "Check that it opens in its own program, then hand it in again."


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


class SeveralCalled(InputError):
    code = "several-called"
    happened = "There are {count} things called “{name}”."
    todo = "Name the one you mean by its id: {ids}."


class ListUnreadable(InputError):
    code = "list-unreadable"
    happened = "The list {file} cannot be read as {format}: {why}."
    kept = "The last good edition stays in use."
    todo = "Fetch the list again from its publisher."


class ListShrunk(InputError):
    code = "list-shrunk"
    happened = (
        "The list {file} has {count} entries, fewer than half of the {before} in the edition before it."
    )
    kept = "The last good edition stays in use."
    todo = "Compare it with what its publisher says; if it is right, import it with --shrunk-is-right."


class LawFileWrong(InputError):
    code = "law-file-wrong"
    happened = "The law file {file} is wrong at line {line}: {why}."
    todo = "Mend the line; no law is weighed from a file with an error."


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


class ApplicantsWrong(InputError):
    code = "applicants-wrong"
    happened = "{file} has no column of names in its first row."
    kept = "Nobody was asked about and nothing was written."
    todo = "Call the column one of: {columns}; others may be born, country and schema."


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


class KeysNeeded(InputError):
    code = "keys-needed"
    happened = "Away from this machine ({host}) the server answers only to keys, and none were given."
    kept = "The server was not started."
    todo = "Make one with “answerable serve --keys FILE --new-key NAME”, then start with --keys FILE."


class KeysFileWrong(InputError):
    code = "keys-file-wrong"
    happened = "The file of keys {file} is wrong at line {line}: {why}."
    todo = "Mend the line, or make a new key with “answerable serve --keys FILE --new-key NAME”."


class EvidenceError(AnswerableError):
    code = "evidence"


class QuoteNotFound(EvidenceError):
    code = "quote-not-found"
    happened = "The words “{quote}” are not in {source}."
    kept = "The statement was not recorded."
    todo = "The nearest text there is “{nearest}”: copy the words as they stand."


class QuoteEmpty(EvidenceError):
    code = "quote-empty"
    happened = "No words of {source} were given."
    kept = "The statement was not recorded."
    todo = "Copy the words that support it from the text."


class TextUnreadable(EvidenceError):
    code = "text-unreadable"
    happened = "No text could be read out of {source}: {why}."
    kept = "The bytes are kept as they came."
    todo = "Open the file in its own program and see what it holds."


class ReadingExceeded(EvidenceError):
    code = "reading-exceeded"
    happened = "Reading {source} took more {what} than is allowed ({limit})."
    kept = "The bytes are kept as they came."
    todo = "Split the document, or raise the limit if you trust where it comes from."


class GlyphMissing(EvidenceError):
    code = "glyph-missing"
    happened = "The fonts have no shape for {characters}."
    kept = "The document was not written."
    todo = "Install a font package that has them; a document with empty boxes is not sent."


class Erased(EvidenceError):
    code = "erased"
    happened = "{what} was erased on {at}."
    kept = "The log still tells that it existed and that it was erased."
    todo = "It cannot be brought back."


class WouldReveal(EvidenceError):
    code = "would-reveal"
    happened = "The output for {audience} would reveal what it must not: {where}."
    kept = "No file was written."
    todo = "Take the words out of the narrative, or choose whom the output is for anew."


class CaptureError(AnswerableError):
    code = "capture"


class AddressRefused(CaptureError):
    code = "address-refused"
    happened = "{url} was not fetched: {why}."
    kept = "The refusal is on the receipt."
    todo = "Only public http and https addresses are fetched; check the address."


class CaptureFailed(CaptureError):
    code = "capture-failed"
    happened = "{url} could not be fetched: {why}."
    kept = "What had arrived by then is kept, and the failure is on the receipt."
    todo = "Try again later, or save the page in a browser and import the file."


class TooLarge(CaptureError):
    code = "too-large"
    happened = "{what} is larger than the limit of {limit}."
    kept = "What is allowed of it is kept and marked partial."
    todo = "Raise the limit if you need the whole."


class WorkspaceError(AnswerableError):
    code = "workspace"


class NoWorkspace(WorkspaceError):
    code = "no-workspace"
    happened = "There is no workspace in {folder} or in any folder above it."
    todo = "Go into a workspace, name one with --workspace, or make one with “answerable init DIR”."


class WorkspaceExists(WorkspaceError):
    code = "workspace-exists"
    happened = "{folder} already holds something."
    todo = "Choose a new or empty folder."


class WorkspaceBusy(WorkspaceError):
    code = "workspace-busy"
    happened = "Another command is working in this workspace."
    todo = "Wait until it has ended, then run this one again."


class WrongKey(WorkspaceError):
    code = "wrong-key"
    happened = "The passphrase or key file does not open this workspace."
    todo = "Try again; without it nobody, the makers of Answerable included, can open it."


class KeysMissing(WorkspaceError):
    code = "keys-missing"
    happened = "The keys of this workspace are not at {folder}."
    todo = "Put the key folder back, or say where it is with --keys."


class RecordMissing(WorkspaceError):
    code = "record-missing"
    happened = "The record of this workspace is not at {where}."
    todo = "Put it back, or restore a backup; a new one is never begun in its place."


class NewerFormat(WorkspaceError):
    code = "newer-format"
    happened = "{what} was made by a newer Answerable (format {format})."
    todo = "Install the newer version and try again."


class DatabaseRefused(WorkspaceError):
    code = "database-refused"
    happened = "The database at {where} cannot hold the record: {why}."
    todo = "Have it set up as docs/teams.md says."


class DiskFull(WorkspaceError):
    code = "disk-full"
    happened = "The disk is full."
    kept = "Everything recorded before this is kept; the last step was undone."
    todo = "Free some space and run the command again."


class ForeignBundle(WorkspaceError):
    code = "foreign-bundle"
    happened = "{file} is not a workspace export that can be merged: {why}."
    todo = "Ask for a fresh export."


class NoLists(WorkspaceError):
    code = "no-lists"
    happened = "No official list was imported into this workspace, so that nothing can be asked of one."
    todo = "Import lists with “answerable lists import FILE”; the server sees them within seconds."


class AddressTaken(WorkspaceError):
    code = "address-taken"
    happened = "The server cannot listen on {host} at port {port}: {why}."
    todo = "Choose another with --port, or stop what is listening there."


class RequestError(AnswerableError):
    """Sentences of these never repeat what was asked: they may be kept where queries must not be."""

    code = "request"


class HostRefused(RequestError):
    code = "host-refused"
    happened = "This server does not go by the name it was asked under."
    todo = "Use the address “answerable serve” printed; another is made known with --address."


class OriginRefused(RequestError):
    code = "origin-refused"
    happened = "A page of another site asked this server."
    todo = "Ask from a program; where OpenRefine asks, start the server with --openrefine."


class KeyWanted(RequestError):
    code = "key-wanted"
    happened = "The request carries no token or key that is known here."
    todo = (
        "Send it in the header “Authorization: Bearer …”, “Authorization: ApiKey …” or “X-Answerable-Token”."
    )


class TooManyRequests(RequestError):
    code = "too-many-requests"
    happened = "This key asks more often than is allowed."
    todo = "Wait {seconds} seconds, or put several queries into one request."


class RequestTooLarge(RequestError):
    code = "request-too-large"
    happened = "The request is larger than {limit}."
    todo = "Split it into several."


class MediaTypeWrong(RequestError):
    code = "media-type-wrong"
    happened = "The body of the request is not sent as {wanted}."
    todo = "Send it with the header “Content-Type: {wanted}”."


class RequestWrong(RequestError):
    code = "request-wrong"
    happened = "The request cannot be answered: {why}."
    todo = "Mend it as /openapi.json describes."


class NothingHere(RequestError):
    code = "nothing-here"
    happened = "There is no {what} of that name here."
    todo = "/catalog names the lists that are here, and /openapi.json every address."


class MethodWrong(RequestError):
    code = "method-wrong"
    happened = "Nothing answers to that method at this address."
    todo = "/openapi.json tells which one does."


class ServerFault(RequestError):
    code = "server-fault"
    happened = "The server could not answer, by a fault of its own."
    todo = "Try again; if it happens again, report what the server printed, which never holds the query."


class IntegrityError(AnswerableError):
    code = "integrity"


class BytesChanged(IntegrityError):
    code = "bytes-changed"
    happened = "The kept bytes of {what} no longer match their hash."
    kept = "They are left as they are, for inspection."
    todo = "Restore them from a backup and run “answerable verify”."


class BytesMissing(IntegrityError):
    code = "bytes-missing"
    happened = "The kept bytes of {what} are gone."
    kept = "The record still tells what they were."
    todo = "Restore them from a backup and run “answerable verify”."


class LogBroken(IntegrityError):
    code = "log-broken"
    happened = "The evidence log is broken at row {sequence} of chain {chain}: {why}."
    kept = "Rows before it still hold."
    todo = "Compare with a checkpoint and a backup before you rely on later rows."


class NotLogged(IntegrityError):
    code = "not-logged"
    happened = "A change was about to be made without a line in the evidence log."
    todo = "This is a fault in Answerable; report it with the code."


class PackageWrong(IntegrityError):
    code = "package-wrong"
    happened = "The package does not verify: {why}."
    kept = "It was not handed out."
    todo = "Run “answerable verify” on the workspace first."


class PublicationWrong(IntegrityError):
    code = "publication-wrong"
    happened = "{folder} is not the list as it was published: {why}."
    kept = "It was left as it is."
    todo = "Fetch it again from its publisher, and ask them where it fails again."
