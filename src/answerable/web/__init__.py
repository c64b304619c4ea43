"""The screening server: imported lists, asked over HTTP in the shapes that other programs know.

In: an open workspace and who may ask. Out: an ASGI application. Promises that it holds no rules of its
own, that nothing asked is logged or repeated in an error, and that only entries of lists are in it.
"""
