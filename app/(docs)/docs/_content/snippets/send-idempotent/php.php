<?php
// Sends one SMS exactly once, however often the network fails in between.

function sendOnce(array $message): array
{
    // One key for all attempts. Store it with the order, so that it survives a crash.
    $key = uuid4();
    for ($attempt = 1; ; $attempt++) {
        [$status, $answer, $wait] = post($message, $key);
        if ($status === 200) return $answer;
        // 0 means no response: it's unknown whether the message was sent.
        $isWorthRetrying = in_array($status, [0, 409, 429]) || $status >= 500;
        if (!$isWorthRetrying || $attempt === 6) {
            // 401, 402 and 422 say in `detail` what to correct.
            throw new RuntimeException($answer['detail'] ?? 'The server cannot be reached.');
        }
        sleep($wait ?? 2 ** ($attempt - 1));
    }
}

function post(array $message, string $key): array
{
    $wait = null;
    $curl = curl_init('http://localhost:3000/api/sms');
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 10,
        CURLOPT_HTTPHEADER => [
            'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
            'Content-Type: application/json',
            "Idempotency-Key: $key",
        ],
        CURLOPT_POSTFIELDS => json_encode($message),
        CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$wait) {
            if (preg_match('/^retry-after: (\d+)/i', $line, $found)) $wait = (int) $found[1];
            return strlen($line);
        },
    ]);
    $body = curl_exec($curl);
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    return $body === false ? [0, null, null] : [$status, json_decode($body, true), $wait];
}

function uuid4(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

try {
    $message = sendOnce([
        'from' => 'YourBrand',
        'to' => '48732129000',
        'body' => 'Your parcel is on its way.',
    ]);
    echo "{$message['message_id']} {$message['status']}\n";
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
