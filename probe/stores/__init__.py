"""Folders of object stores, brought to this machine: others see a folder like any other."""

from probe.stores.copied import CopiedFile, FolderCopy, copy_of, with_addresses
from probe.stores.copying import local_data, local_folder

__all__ = ["CopiedFile", "FolderCopy", "copy_of", "local_data", "local_folder", "with_addresses"]
