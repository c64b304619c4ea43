"""In: a document as typed blocks of plain text, notes and tables. Out: the same document as Word and PDF.

Promises: text is data and never markup; the same document gives the same bytes; none of them
tell who made it, when or with what.
"""
