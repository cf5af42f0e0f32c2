"""Evidence: what an audit rests on as one file that others can open, replay and judge again.

WARC 1.1 (ISO 28500:2017) in one WACZ 1.1.1 (Web Archive Collection Zipped, Webrecorder). A pure function of an audit,
of the looks it rests on and of their bytes; nothing is held in memory but the index and one body at a time.
"""

from reports.evidence.account import Account
from reports.evidence.dossier import Dossier, Look
from reports.evidence.wacz import write_wacz
from reports.evidence.warc import write_warc

__all__ = ["Account", "Dossier", "Look", "write_wacz", "write_warc"]
