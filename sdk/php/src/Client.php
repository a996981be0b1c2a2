<?php

namespace Depesza;

/**
 * A client of one installation. It keeps no state between calls.
 *
 * @phpstan-import-type NewMessage from Operations
 * @phpstan-import-type AcceptedMessage from Operations
 * @phpstan-import-type Message from Operations
 * @phpstan-import-type MessageDetail from Operations
 */
final class Client
{
    private const USER_AGENT = 'depesza-php/0.2.0';
    /** A wait longer than this is the caller's to decide about, in seconds. */
    private const MAX_WAIT = 60;
    private const TOO_LARGE = ['code' => 'response_too_large', 'detail' => 'The response is too large.'];

    private string $baseUrl;

    /**
     * @param string $token It is sent to `$baseUrl` only; redirects are not followed.
     * @param float $timeout Seconds that one attempt may take.
     * @param int $maxResponseBytes A larger response is an error with the code `response_too_large`.
     */
    public function __construct(
        string $baseUrl,
        #[\SensitiveParameter]
        private string $token,
        private float $timeout = 30.0,
        private int $maxRetries = 5,
        private int $maxResponseBytes = 67_108_864
    ) {
        if (!preg_match('#^https?://#i', $baseUrl)) {
            throw new \InvalidArgumentException('baseUrl must begin with https://.');
        }
        // A line break would begin another header field.
        if (!preg_match('/^[\x21-\x7e]+$/D', $token)) {
            throw new \InvalidArgumentException('The token is missing or has characters that tokens do not have.');
        }
        $this->baseUrl = rtrim($baseUrl, '/');
    }

    /**
     * Makes a call by its ID in the API reference, such as `getAccount`, and returns what the API returns.
     *
     * @param array<string, string> $params
     * @param array<string, mixed> $query
     * @param array<string, mixed>|string|null $body A string is a file.
     */
    public function call(
        string $id,
        array $params = [],
        array $query = [],
        array|string|null $body = null,
        ?string $contentType = null,
        ?string $idempotencyKey = null
    ): mixed {
        [$method, $path, $isKeyed] = self::operation($id);
        $given = $idempotencyKey ?? (is_array($body) ? $body['idempotency_key'] ?? null : null);
        $key = $isKeyed ? (string) ($given ?? self::newKey()) : null;
        if ($key !== null && !preg_match('/^[0-9A-Fa-f-]{1,64}$/D', $key)) {
            throw new \InvalidArgumentException('An idempotency key is a UUID v4.');
        }
        $headers = ['Accept: application/json, text/csv', 'Expect:'];
        if ($key !== null) $headers[] = "Idempotency-Key: $key";
        $options = [CURLOPT_CUSTOMREQUEST => $method];
        if ($body !== null) {
            $headers[] = 'Content-Type: ' . ($contentType ?? (is_string($body) ? 'text/csv' : 'application/json'));
            $options[CURLOPT_POSTFIELDS] = is_string($body) ? $body : self::encode($body);
        }
        // A batch has a key for each message, in its body.
        $isRepeatable = $method === 'GET' || $key !== null || self::isKeyedBatch($id, $body);
        $url = $this->baseUrl . self::fillPath($path, $params) . self::toQuery($query);
        $options += [CURLOPT_URL => $url, CURLOPT_HTTPHEADER => $headers];
        return $this->persist($options, $key, $isRepeatable);
    }

    /**
     * Sends one message. All attempts of this call carry one idempotency key, so it is sent once.
     *
     * @param NewMessage $message
     * @return AcceptedMessage
     */
    public function send(array $message, ?string $idempotencyKey = null): array
    {
        return $this->call('sendMessage', body: $message, idempotencyKey: $idempotencyKey);
    }

    /**
     * Sends up to 10,000 messages, each with an idempotency key of its own.
     *
     * @param list<NewMessage> $messages
     * @return array<string, mixed>
     */
    public function sendBatch(array $messages): array
    {
        $keyed = array_map(
            static fn (array $each) => ['idempotency_key' => $each['idempotency_key'] ?? self::newKey()] + $each,
            $messages
        );
        return $this->call('sendBatch', body: ['messages' => array_values($keyed)]);
    }

    /** @return MessageDetail One message with its history. */
    public function message(string $messageId): array
    {
        return $this->call('getMessage', ['message_id' => $messageId]);
    }

    /** @return Message A message that had not left, cancelled. */
    public function cancel(string $messageId): array
    {
        return $this->call('cancelMessage', ['message_id' => $messageId]);
    }

    /**
     * Every message that matches, newest first, page after page.
     *
     * @param array<string, mixed> $query
     * @return \Generator<int, Message>
     */
    public function messages(array $query = []): \Generator
    {
        return $this->iterate('listMessages', query: $query);
    }

    /**
     * Every message from a phone, newest first, page after page.
     *
     * @param array<string, mixed> $query
     * @return \Generator<int, array<string, mixed>>
     */
    public function received(array $query = []): \Generator
    {
        return $this->iterate('listInbound', query: $query);
    }

    /**
     * Every entry of a list of the API; it asks for the next page when you come to its end.
     *
     * @param array<string, string> $params
     * @param array<string, mixed> $query
     * @return \Generator<int, array<string, mixed>>
     */
    public function iterate(string $id, array $params = [], array $query = []): \Generator
    {
        if (!self::operation($id)[3]) throw new \InvalidArgumentException("$id is no list with pages.");
        return (function () use ($id, $params, $query) {
            do {
                $page = $this->call($id, $params, $query);
                foreach ($page['data'] as $entry) yield $entry;
                $query['cursor'] = $page['next_cursor'];
            } while ($page['next_cursor'] !== null);
        })();
    }

    /** @param array<int, mixed> $options */
    private function persist(array $options, ?string $key, bool $isRepeatable): mixed
    {
        for ($attempt = 0; ; $attempt++) {
            [$status, $value, $retryAfter] = $this->attempt($options);
            if ($status >= 200 && $status < 300 && $value !== self::TOO_LARGE) return $value;
            $error = new DepeszaException($status, is_array($value) ? $value : [], $retryAfter, $key);
            $wait = max($retryAfter ?? 0, self::backoff($attempt));
            $isOver = $attempt >= $this->maxRetries || $wait > self::MAX_WAIT;
            if (!$isRepeatable || $isOver || !self::isTemporary($error)) throw $error;
            usleep((int) ($wait * 1_000_000));
        }
    }

    /**
     * @param array<int, mixed> $options
     * @return array{int, mixed, ?int} The status, 0 without a response; the body; the seconds to wait.
     */
    private function attempt(array $options): array
    {
        $retryAfter = null;
        $text = '';
        $max = $this->maxResponseBytes;
        // Here, since stack traces have the arguments of functions.
        $options[CURLOPT_HTTPHEADER][] = "Authorization: Bearer $this->token";
        $curl = curl_init();
        curl_setopt_array($curl, $options + [
            CURLOPT_WRITEFUNCTION => static function ($curl, string $part) use (&$text, $max): int {
                $text .= $part;
                return strlen($text) > $max ? -1 : strlen($part);
            },
            CURLOPT_FOLLOWLOCATION => false,
            CURLOPT_TIMEOUT_MS => (int) ($this->timeout * 1000),
            CURLOPT_USERAGENT => self::USER_AGENT,
            CURLOPT_HEADERFUNCTION => static function ($curl, string $line) use (&$retryAfter): int {
                if (stripos($line, 'retry-after:') === 0) $retryAfter = self::waitIn(trim(substr($line, 12)));
                return strlen($line);
            },
        ]);
        $isWhole = curl_exec($curl);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $mediaType = (string) curl_getinfo($curl, CURLINFO_CONTENT_TYPE);
        if (strlen($text) > $max) return [$status, self::TOO_LARGE, $retryAfter];
        if (!$isWhole) return [0, null, null];
        if ($status === 204) return [204, null, null];
        if (!str_contains($mediaType, 'json')) return [$status, $text, $retryAfter];
        $value = json_decode($text, true);
        // Half a body is no response.
        return $value === null ? [0, null, null] : [$status, $value, $retryAfter];
    }

    /** Whether the same request may succeed later: no response, a limit, an error of the server, a key in progress. */
    private static function isTemporary(DepeszaException $error): bool
    {
        if ($error->status === 409) return $error->retryAfter !== null;
        return $error->status === 0 || $error->status === 429 || $error->status >= 500;
    }

    /** What `Retry-After` asks for, in seconds or as a date. */
    private static function waitIn(string $text): ?int
    {
        if (preg_match('/^\d+$/D', $text)) return (int) $text;
        $date = \DateTime::createFromFormat('D, d M Y H:i:s \G\M\T', $text, new \DateTimeZone('UTC'));
        return $date ? max(0, $date->getTimestamp() - time()) : null;
    }

    /** Half a second, then twice as long each time, up to 16 s, less a random part, so that clients don't return together. */
    private static function backoff(int $attempt): float
    {
        return 0.5 * 2 ** min($attempt, 5) * (1 - mt_rand() / mt_getrandmax() / 2);
    }

    /** @return array{string, string, bool, bool} */
    private static function operation(string $id): array
    {
        return Operations::ALL[$id] ?? throw new \InvalidArgumentException("The API has no call $id.");
    }

    /** @param array<string, string> $params */
    private static function fillPath(string $path, array $params): string
    {
        return preg_replace_callback('/\{(\w+)\}/', static function (array $found) use ($params): string {
            $value = (string) ($params[$found[1]] ?? '');
            // These three would be another path.
            if (in_array($value, ['', '.', '..'], true)) {
                throw new \InvalidArgumentException("$found[1] is missing.");
            }
            return rawurlencode($value);
        }, $path);
    }

    /** @param array<string, mixed> $query */
    private static function toQuery(array $query): string
    {
        $pairs = [];
        foreach ($query as $name => $value) {
            $hasFields = is_array($value) && array_values($value) !== $value;
            foreach (is_array($value) ? $value : [$value] as $key => $each) {
                if ($each === null) continue;
                $text = is_bool($each) ? ($each ? 'true' : 'false') : (string) $each;
                // As in `metadata[order]=1042`.
                $field = $hasFields ? "{$name}[{$key}]" : $name;
                $pairs[] = rawurlencode($field) . '=' . rawurlencode($text);
            }
        }
        return $pairs === [] ? '' : '?' . implode('&', $pairs);
    }

    /** @param array<string, mixed> $body */
    private static function encode(array $body): string
    {
        return json_encode($body === [] ? new \stdClass() : $body, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
    }

    /** @param array<string, mixed>|string|null $body */
    private static function isKeyedBatch(string $id, array|string|null $body): bool
    {
        if ($id !== 'sendBatch' || !is_array($body)) return false;
        foreach ($body['messages'] ?? [] as $message) {
            if (($message['idempotency_key'] ?? null) === null) return false;
        }
        return true;
    }

    private static function newKey(): string
    {
        $bytes = random_bytes(16);
        $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
        $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
        return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
    }
}
