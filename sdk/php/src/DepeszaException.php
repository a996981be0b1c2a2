<?php

namespace Depesza;

/** A refusal of the API, or no response at all: then `status` is 0, and it's unknown whether the request took effect. */
final class DepeszaException extends \RuntimeException
{
    /** The stable code, such as `insufficient_credits`; `no_response`, `response_too_large`, and `unknown` are the library's own. */
    public string $errorCode;

    /** @var array<string, list<string>> Sentences by field, of a 422. */
    public array $errors;

    public ?string $requestId;

    /**
     * @param array<string, mixed> $problem The whole body of the response (RFC 9457).
     * @param ?int $retryAfter Seconds that the API asks to wait.
     * @param ?string $idempotencyKey The key that all attempts carried. Use it when you repeat the request later.
     */
    public function __construct(
        public int $status,
        public array $problem = [],
        public ?int $retryAfter = null,
        public ?string $idempotencyKey = null
    ) {
        parent::__construct($problem['detail'] ?? ($status === 0 ? 'The server cannot be reached.' : "HTTP $status"));
        $this->errorCode = $problem['code'] ?? ($status === 0 ? 'no_response' : 'unknown');
        $this->errors = $problem['errors'] ?? [];
        $this->requestId = $problem['request_id'] ?? null;
    }
}
