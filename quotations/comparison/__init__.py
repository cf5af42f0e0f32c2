"""Words against a text: fold, index, locate, align, label. What the labels come to is `quotations.judging`'s to say.

>>> from quotations.model import Text
>>> from quotations.comparison import index
>>> len(index(Text(text="The tide was low.")))
4
"""

from quotations.comparison.index import TextIndex, index

__all__ = ["TextIndex", "index"]
