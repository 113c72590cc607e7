;;; scenario.el --- What a person does in Emacs with a service definition  -*- lexical-binding: t -*-

;; Writes what was seen as JSON into $RESULT.  The configuration is the one that docs/editors offers ($CONFIG).
;; Names with two dashes are eglot's own; they are called where eglot would wait for an idle timer, which never runs in
;; batch mode.

;;; Code:

(require 'json)
(load (getenv "CONFIG") nil t)
(require 'eglot)
(require 'flymake)

(defvar scenario-seen nil)

(defun scenario-put (key value) (push (cons key value) scenario-seen))

(defun scenario-wait (what condition)
  "Let Emacs work until CONDITION holds; WHAT says what was waited for in vain."
  (let ((end (+ (float-time) 20)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "Waited in vain: %s" what))
      (accept-process-output nil 0.01))))

(defun scenario-codes ()
  "Codes of the diagnostics that eglot holds for this buffer."
  (flymake-start)
  (mapcar (lambda (diagnostic)
            (plist-get (cdr (assoc 'eglot-lsp-diag (eglot--diag-data diagnostic))) :code))
          (or (flymake-diagnostics) eglot--diagnostics)))

(defun scenario-go-to (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

;; Debian's Emacs has no mode for YAML; the name is what counts.
(unless (fboundp 'yaml-mode)
  (define-derived-mode yaml-mode text-mode "YAML"))

(defun scenario ()
  (let ((eglot-sync-connect t) (eglot-connect-timeout 20) (eglot-confirm-server-initiated-edits nil))
    (find-file "shop/ecs-service-def.yaml")
    (yaml-mode)
    (apply #'eglot (eglot--guess-contact))
    (scenario-wait "the first diagnostics" (lambda () (member "not-a-listed-value" (scenario-codes))))
    (scenario-put 'diagnostics (vconcat (scenario-codes)))
    (scenario-go-to "minimumHealthyPercent")
    (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
      (scenario-put 'hover (substring-no-properties (eglot--hover-info (plist-get hover :contents)))))
    (goto-char (point-max))
    (insert "sched")
    (let ((at-point (eglot-completion-at-point)))
      (scenario-put 'completion
                    (vconcat (mapcar #'substring-no-properties
                                     (all-completions (buffer-substring (nth 0 at-point) (nth 1 at-point))
                                                      (nth 2 at-point))))))
    (delete-region (- (point) 5) (point))
    (scenario-go-to "Service\n")
    (let* ((actions (eglot-code-actions (line-beginning-position) (line-end-position)))
           (fix (car (append actions nil))))
      (scenario-put 'actions (vconcat (mapcar (lambda (action) (plist-get action :title)) actions)))
      (eglot--apply-workspace-edit (plist-get fix :edit))
      (eglot--signal-textDocument/didChange))
    (scenario-put 'text (buffer-string))
    (scenario-wait "the diagnostic goes" (lambda () (not (member "not-a-listed-value" (scenario-codes)))))
    (scenario-go-to "web\n")
    (cl-letf (((symbol-function 'y-or-n-p) #'always)) (eglot-rename "storefront"))
    (scenario-put 'renamed
                  (with-current-buffer (find-file-noselect "ecs-task-def.json")
                    (goto-char (point-min))
                    (search-forward "\"name\": \"")
                    (buffer-substring-no-properties (point) (1- (search-forward "\"")))))
    (dolist (buffer (buffer-list)) (with-current-buffer buffer (set-buffer-modified-p nil)))
    (ignore-errors (eglot-shutdown (eglot-current-server) nil 5))))

(let ((inhibit-message t) (code 0))
  (condition-case problem (scenario)
    (error (setq code 1) (scenario-put 'error (error-message-string problem))))
  (with-temp-file (getenv "RESULT") (insert (json-encode scenario-seen)))
  (dolist (process (process-list)) (set-process-query-on-exit-flag process nil))
  (kill-emacs code))
;;; scenario.el ends here
