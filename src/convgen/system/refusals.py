"""What the system answers when it refuses a file, in French: its own words are English.

A number of error is another one from one system to the next, its name is not.
"""

from __future__ import annotations

import errno
from pathlib import Path


class NotOrdinaryError(OSError):
    """What bears the name of a file is none: a pipe, a device."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "not an ordinary file", str(path))


_BY_NAME = {
    "E2BIG": "la demande est trop longue",
    "EACCES": "vous n’en avez pas le droit",
    "EAGAIN": "il est occupé, réessayez plus tard",
    "EALREADY": "cette opération est déjà en cours",
    "EAUTH": "le serveur ne vous reconnaît pas",
    "EBADF": "il a été fermé entre-temps",
    "EBADMSG": "le disque est abîmé",
    "EBADRPC": "le serveur ne répond pas comme il faut",
    "EBUSY": "le système s’en sert en ce moment",
    "ECANCELED": "l’opération a été annulée",
    "ECOMM": "la liaison avec le serveur est rompue",
    "ECONNABORTED": "la liaison avec le serveur a été coupée",
    "ECONNREFUSED": "le serveur refuse la liaison",
    "ECONNRESET": "le serveur a coupé la liaison",
    "EDEADLK": "deux programmes s’attendent l’un l’autre",
    "EDEVERR": "le disque signale une panne",
    "EDQUOT": "votre part du disque est pleine",
    "EEXIST": "ce nom est déjà pris",
    "EFAULT": "le système a perdu le fil de l’opération",
    "EFBIG": "il dépasse la taille permise",
    "EFTYPE": "ce n’est pas le genre de fichier attendu",
    "EHOSTDOWN": "le serveur est arrêté",
    "EHOSTUNREACH": "le serveur est hors d’atteinte",
    "EILSEQ": "ce disque n’accepte pas les caractères de ce nom",
    "EINPROGRESS": "cette opération est déjà en cours",
    "EINTR": "l’opération a été interrompue",
    "EINVAL": "ce disque n’accepte ni ce nom, ni cette opération",
    "EIO": "le disque ne répond pas comme il faut",
    "EISDIR": "c’est un dossier",
    "EKEYEXPIRED": "la clé qui le protège est périmée",
    "EKEYREJECTED": "la clé qui le protège est refusée",
    "EKEYREVOKED": "la clé qui le protège a été révoquée",
    "ELOOP": "ce lien tourne en rond",
    "EMEDIUMTYPE": "ce n’est pas le disque attendu",
    "EMFILE": "trop de fichiers sont ouverts",
    "EMLINK": "trop de liens mènent au même fichier",
    "EMULTIHOP": "il est sur un serveur que l’on n’atteint pas d’ici",
    "ENAMETOOLONG": "ce nom est trop long",
    "ENEEDAUTH": "le serveur demande que vous vous fassiez reconnaître",
    "ENETDOWN": "le réseau est arrêté",
    "ENETRESET": "le réseau a coupé la liaison",
    "ENETUNREACH": "le réseau est hors d’atteinte",
    "ENFILE": "trop de fichiers sont ouverts sur ce poste",
    "ENOBUFS": "la mémoire manque",
    "ENODATA": "ce qui devait s’y trouver manque",
    "ENODEV": "ce périphérique ne s’y prête pas",
    "ENOENT": "il n’existe pas, ou un dossier de son chemin manque",
    "ENOKEY": "la clé qui le protège manque",
    "ENOLCK": "ce disque ne sait plus réserver de fichier",
    "ENOLINK": "la liaison avec le serveur est rompue",
    "ENOMEDIUM": "aucun disque n’est dans le lecteur",
    "ENOMEM": "la mémoire manque",
    "ENONET": "ce poste n’est pas sur le réseau",
    "ENOSPC": "le disque est plein",
    "ENOSR": "la mémoire manque",
    "ENOSYS": "le système ne sait pas faire cela",
    "ENOTBLK": "ce n’est pas un disque",
    "ENOTCONN": "la liaison avec le serveur est coupée",
    "ENOTDIR": "ce n’est pas un dossier, ou un fichier barre son chemin",
    "ENOTEMPTY": "ce dossier n’est pas vide",
    "ENOTRECOVERABLE": "son état ne se rétablit pas",
    "ENOTSUP": "ce disque ne permet pas cette opération",
    "ENOTTY": "ce périphérique ne s’y prête pas",
    "ENXIO": "ce périphérique n’est pas là, ou personne n’y lit",
    "EOPNOTSUPP": "ce disque ne permet pas cette opération",
    "EOVERFLOW": "il est trop grand pour ce système",
    "EPERM": "vous n’en avez pas le droit",
    "EPIPE": "le programme qui lisait la suite s’est arrêté",
    "EPROTO": "le serveur ne répond pas comme il faut",
    "EPWROFF": "le disque est éteint",
    "ERANGE": "une valeur est trop grande pour ce système",
    "EREMCHG": "le disque a été changé entre-temps",
    "EREMOTE": "il est sur un serveur que l’on n’atteint pas d’ici",
    "EREMOTEIO": "le disque du serveur ne répond pas comme il faut",
    "EROFS": "ce disque ne s’écrit pas",
    "ESHUTDOWN": "la liaison avec le serveur est fermée",
    "ESPIPE": "ce n’est pas un fichier où l’on se déplace",
    "ESTALE": "le serveur ne le retrouve plus",
    "ETIME": "le disque a mis trop longtemps à répondre",
    "ETIMEDOUT": "le serveur a mis trop longtemps à répondre",
    "ETXTBSY": "un programme s’en sert en ce moment",
    "EUCLEAN": "le disque est abîmé",
    "EUSERS": "trop de personnes s’en servent",
    "EXDEV": "il est sur un autre disque",
}
_BY_NAME["EWOULDBLOCK"] = _BY_NAME["EAGAIN"]
_BY_NAME["EDEADLOCK"] = _BY_NAME["EDEADLK"]
_HELD = frozenset({32, 33})
"""How Windows says that another program has the file open; Python calls it a lack of right."""


def refused(error: OSError) -> str:
    """Why the system refuses, in French, with neither capital nor full stop."""
    if getattr(error, "winerror", None) in _HELD:
        return "un autre programme le tient ouvert"
    if isinstance(error, NotOrdinaryError):
        return "ce n’est pas un fichier ordinaire"
    if error.errno is None:
        return "le système n’a pas dit pourquoi"
    name = errno.errorcode.get(error.errno, "").removeprefix("WSA")
    return _BY_NAME.get(name, f"erreur n°\u00a0{error.errno} du système")
