"""In: a View of one case. Out: the list of names that an organisation recommends, as files and a manifest.

Promises: every row says that it is no official listing, and why it is there; what was removed or changed is
told; the same input gives the same bytes; nothing stands in it that its audience must not see.
"""
