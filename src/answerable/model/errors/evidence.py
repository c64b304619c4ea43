"""The evidence does not carry what is asked of it."""

from answerable.model.errors.base import EvidenceError


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
    todo = "Ask for Word or HTML instead of PDF: they are drawn with the fonts of whoever opens them."


class Erased(EvidenceError):
    code = "erased"
    happened = "{what} was erased on {at}."
    kept = "The log still tells that it existed and that it was erased."
    todo = "It cannot be brought back."


class ConsentStands(EvidenceError):
    code = "consent-stands"
    happened = "What {person} said cannot be used for {audience}: {why}."
    kept = "Nothing was decided, and no output for {audience} uses it."
    todo = "That is theirs to decide: ask them, and note what they agree to with “answerable consent give”."


class NamingNotAgreed(EvidenceError):
    code = "naming-not-agreed"
    happened = "No name of {person} can be told to {recipient}: {why}."
    kept = "Nothing was written."
    todo = "Leave them out, or ask them and note it: “answerable consent give … --for …,name:{recipient}”."


class PicturesUnvouched(EvidenceError):
    code = "pictures-unvouched"
    happened = "“{source}” holds pictures, and nobody noted who took them, when, and where they come from."
    kept = "No package was made."
    todo = "Note it in the casefile under “pictures”, with who reviewed it, and record it again."


class WouldReveal(EvidenceError):
    code = "would-reveal"
    happened = "The output for {audience} would reveal what it must not: {where}."
    kept = "No file was written."
    todo = "Take the words out of the narrative, or choose whom the output is for anew."
