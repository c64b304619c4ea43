"""An invented case: committed pages, papers and notes come in; a site on 127.0.0.1 and a folder to work in
go out. Promises: everybody and everything in it is invented and says so; it speaks to nobody but this
machine; and what it serves and writes is the same each time.
"""
