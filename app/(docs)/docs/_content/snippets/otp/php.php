<?php
// Sends a login code that is good for ten minutes.

function sendCode(string $to): array
{
    $code = sprintf('%06d', random_int(0, 999999));
    $key = uuid4();
    for ($attempt = 1; ; $attempt++) {
        $wait = 1;
        $curl = curl_init('http://localhost:3000/api/sms');
        curl_setopt_array($curl, [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => 30,
            CURLOPT_HTTPHEADER => [
                'Authorization: Bearer ' . getenv('ACTIO_TOKEN'),
                'Content-Type: application/json',
                "Idempotency-Key: $key",
            ],
            CURLOPT_POSTFIELDS => json_encode([
                'from' => 'YourBrand',
                'to' => $to,
                'body' => "Your login code: $code",
                // A code that comes after it has run out only confuses.
                'validity' => 600,
            ]),
            CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$wait) {
                if (preg_match('/^retry-after: (\d+)/i', $line, $found)) $wait = (int) $found[1];
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) throw new RuntimeException(curl_error($curl));
        $answer = json_decode($body, true);
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($status === 200) return [$code, $answer];
        // 401, 402 and 422 say in `detail` what to correct.
        $isWorthRetrying = $status === 429 || $status >= 500;
        if (!$isWorthRetrying || $attempt === 3) throw new RuntimeException($answer['detail']);
        sleep($wait);
    }
}

function uuid4(): string
{
    $bytes = random_bytes(16);
    $bytes[6] = chr(ord($bytes[6]) & 0x0f | 0x40);
    $bytes[8] = chr(ord($bytes[8]) & 0x3f | 0x80);
    return vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
}

try {
    [$code, $message] = sendCode('48732129000');
    // Store these with the login attempt; never the code itself.
    $key = random_bytes(32);
    $stored = [
        'key' => bin2hex($key),
        'hash' => hash_hmac('sha256', $code, $key),
        'expires_at' => time() + 600,
        'tries_left' => 5,
    ];
    echo "{$message['message_id']} {$message['status']} " . implode(' ', array_keys($stored)) . "\n";
} catch (RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
