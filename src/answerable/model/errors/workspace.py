"""The workspace itself."""

from answerable.model.errors.base import WorkspaceError


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
    todo = (
        "Import lists with “answerable lists import FILE” or fetch them with “answerable lists update”; a"
        " server that is running sees them within seconds."
    )


class AddressTaken(WorkspaceError):
    code = "address-taken"
    happened = "The server cannot listen on {host} at port {port}: {why}."
    todo = "Choose another with --port, or stop what is listening there."
