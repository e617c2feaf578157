"""Statements as rows of the template, one file per sheet; whether a row says just that is found out by reading it."""

from verweisnetz.workbook.drafts.actors import actors
from verweisnetz.workbook.drafts.draft import Draft
from verweisnetz.workbook.drafts.facts import facts
from verweisnetz.workbook.drafts.offers import offers
from verweisnetz.workbook.drafts.referrals import referrals
from verweisnetz.workbook.drafts.shown import Shown

__all__ = ["Draft", "Shown", "actors", "facts", "offers", "referrals"]
