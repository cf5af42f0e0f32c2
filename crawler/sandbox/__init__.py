"""Bytes from outside are parsed here: in killable children with a deadline and a memory limit. No Scrapy."""

from crawler.sandbox.jobs import Job
from crawler.sandbox.parent import Child
from crawler.sandbox.pool import Sandbox

__all__ = ["Child", "Job", "Sandbox"]
