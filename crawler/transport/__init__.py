"""HTTP/1.1 as the guard and our limits want it, on Scrapy's handler; the only place that touches its private names."""

from crawler import lean

lean.load_tls()
