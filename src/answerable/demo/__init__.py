"""An invented case: pages, papers, lists, a casefile and a spreadsheet come in; a site on 127.0.0.1 and a folder
to work in go out. Promises: everybody and everything in it is invented and says so, it speaks to nobody
but this machine, and the same bytes are served each time.
"""
