"""The field: the only package that knows Scrapy, and the sandbox, which does not."""
