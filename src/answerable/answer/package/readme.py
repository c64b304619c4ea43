"""What README.txt says: how to check the package, in three steps."""

from answerable.model.audience import Audience
from answerable.model.record import Case

_README = """\
{title}
Put together by {organisation} for: {audience}.

HOW TO CHECK THIS PACKAGE

1. Take verify.py from where the Answerable project publishes it, with its SHA-256. A copy lies in this
   package, but whoever could change the package could change that copy too. It needs Python 3.8 or newer,
   no network and nothing else, and it writes no file.

2. In a terminal, in the folder where both lie, type:

       python3 verify.py NAME-OF-THIS-PACKAGE.zip

   It says in sentences what it checked, what holds, what is wrong and what it cannot vouch for.

3. It prints two rows of figures: the public key and the SHA-256 of package.json. Call {organisation}
   on a number that you did not get from this package, and compare both.

WHAT IS WHERE

documents/     what was submitted
record.json    the statements, each with the passages it rests on
texts/         the texts that the passages are quoted from, one file each, named by its SHA-256
evidence/      the bytes that the texts were read out of, as they were captured
warc/          the pages as they came over the network, with their headers
log/           the evidence log: every row's header, the rows about this package in full, and the
               signed checkpoints that say where the log stood
package.json   every file above with its SHA-256

Texts of sources that name people under protection are left out for every reader outside the team.
In their place record.json has a commitment, against which the words can be checked later.
"""


def readme(case: Case, audience: Audience) -> bytes:
    """The file's bytes."""
    filled = _README.format(title=case.title, organisation=case.organisation, audience=audience)
    return filled.encode()
