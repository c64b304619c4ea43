"""Where the record lives: one SQL database, its migrations, and the evidence log.

In come changes; out come transactions in which a change and its log row stand or fall together.
Promises that what was committed survives a crash, and that no row of the log is ever altered.
"""
