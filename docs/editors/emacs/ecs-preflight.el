;;; ecs-preflight.el --- ECS Preflight through eglot  -*- lexical-binding: t -*-

;; Emacs 28 with eglot from ELPA, or Emacs 29 and later, which has eglot.  Load this file from your init file, then
;; M-x eglot in a service definition.  It needs `ecs-preflight' on the PATH: npm install --global ecs-preflight

;;; Code:

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((yaml-mode yaml-ts-mode json-mode json-ts-mode js-json-mode)
                 . ("ecs-preflight" "lsp" "--stdio"))))

(provide 'ecs-preflight)
;;; ecs-preflight.el ends here
