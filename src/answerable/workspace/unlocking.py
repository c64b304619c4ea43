"""What is needed to open a workspace, handed in: the secret, where the keys are, time and chance."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from answerable.model.ids import Entropy
from answerable.store.box import Secret
from answerable.store.clock import Clock, system_clock
from answerable.store.disk import Disk
from answerable.store.keys import KeyFolder, Keys, PeopleKeys
from answerable.workspace.settings import Settings


@dataclass(frozen=True, slots=True)
class Unlocking:
    """``folder`` is where the keys are now, where that is not where the settings say."""

    secret: Secret | None = None
    folder: Path | None = None
    clock: Clock = system_clock
    entropy: Entropy = secrets.token_bytes
    disk: Disk = field(default_factory=Disk)

    def key_folder(self, settings: Settings) -> KeyFolder:
        """The folder with the workspace's keys."""
        return KeyFolder(self.folder or Path(settings.keys), self.disk, self.entropy)

    def keys(self, settings: Settings) -> Keys:
        """The workspace's keys; raises `KeysMissing` or `WrongKey`."""
        return self.key_folder(settings).open(self.secret)

    def people(self, settings: Settings, keys: Keys) -> PeopleKeys:
        """The keys of its protected people."""
        return PeopleKeys(self.key_folder(settings).folder, keys.people, self.disk, self.entropy)
