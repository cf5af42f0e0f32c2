"""One suite's figures: entries that apply, that agree, and those that do not."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Tally:
    """One suite's figures."""

    name: str
    agree: int = 0
    aside: int = 0  #: entries that are no links of the page, or lead out of it
    differ: list[str] = field(default_factory=list)

    def take(self, same: bool, told: str) -> None:
        """Count one entry."""
        if same:
            self.agree += 1
        else:
            self.differ.append(told)

    def show(self, verbose: bool) -> None:
        """Print the figures."""
        print(
            f"{self.name:44} {self.agree + len(self.differ):4} apply, {self.agree:4} agree, {self.aside:4} are none of ours"
        )
        for told in self.differ if verbose else ():
            print("   ", told)
