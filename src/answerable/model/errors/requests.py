"""A request to the server cannot be answered."""

from answerable.model.errors.base import RequestError


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
