"""Something kept is no longer what was kept."""

from answerable.model.errors.base import IntegrityError


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
