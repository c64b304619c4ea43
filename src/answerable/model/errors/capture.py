"""A source could not be taken."""

from answerable.model.errors.base import CaptureError


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
