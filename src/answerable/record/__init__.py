"""What is held to be so, and on what words: statements, citations, who is who, and the one door out.

In come casefiles, spreadsheets and decisions; out comes a View for one audience. Promises that no
statement stands without a passage, that nothing is overwritten, and that a View shows only its share.
"""
