"""The MkDocs plugin, and MkDocs run by the command. The only home of MkDocs."""

from generator.plugin.plugin import BriefingPlugin

__all__ = ["BriefingPlugin"]
